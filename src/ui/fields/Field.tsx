import { type ReactNode, useId } from "react";
import "./fields.css";

interface Props {
  readonly label: string;
  /** What follows from it, below the control. */
  readonly help?: string | undefined;
  /** What is wrong with it, in place of that. */
  readonly wrong?: string | undefined;
  readonly wide?: boolean;
  /** `said` is the id of what stands below. */
  readonly children: (id: string, said: string | undefined) => ReactNode;
}

/** A labelled control that is in force as soon as it is changed. */
export function Field({ label, help, wrong, wide, children }: Props) {
  const id = useId();
  const below = wrong ?? help;
  const said = below === undefined ? undefined : `${id}-said`;
  return (
    <div className={wide ? "field field-wide" : "field"}>
      <label htmlFor={id}>{label}</label>
      {children(id, said)}
      {below !== undefined && (
        <small id={said} className={wrong === undefined ? undefined : "field-wrong"} role={wrong && "alert"}>
          {below}
        </small>
      )}
    </div>
  );
}
