/** Back to how it was, or forth again. */
export function UndoArrow({ forth = false }: { readonly forth?: boolean }) {
  return (
    <svg aria-hidden="true" className={forth ? "arrow arrow-forth" : "arrow"} viewBox="0 0 16 16">
      <path d="M5.5 2.5 2 6l3.5 3.5M2.5 6H10a4 4 0 0 1 0 8H6.5" />
    </svg>
  );
}
