import type { ReactNode } from "react";

/** What a report on paper is laid out of: a fact with its name, and numbers in columns. */
export function Fact({ name, value }: { readonly name: ReactNode; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function NumberHead({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="col" className="sheet-number">
      {children}
    </th>
  );
}

export function Amount({ children }: { readonly children: ReactNode }) {
  return <td className="sheet-number">{children}</td>;
}
