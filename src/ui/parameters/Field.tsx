import { type ReactNode, useId } from "react";

interface Props {
  readonly label: string;
  /** What follows from it, below the control. */
  readonly help?: string;
  readonly wide?: boolean;
  readonly children: (id: string) => ReactNode;
}

/** A labelled control of the parameters. */
export function Field({ label, help, wide, children }: Props) {
  const id = useId();
  return (
    <div className={wide ? "field field-wide" : "field"}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help !== undefined && <small>{help}</small>}
    </div>
  );
}
