import type { ReactNode } from "react";

/** A part of the dashboard under its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="city-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
