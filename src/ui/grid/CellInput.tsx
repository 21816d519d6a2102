import { DownOutlined } from "@ant-design/icons";
import { type RefObject, useId, useLayoutEffect, useRef } from "react";
import type { Choice } from "../editing/form-fields.ts";
import { useWords } from "../words.ts";
import { ChoiceList } from "./ChoiceList.tsx";

/** What is being typed into the cell, and how it began: by typing over it, or by opening it. */
export interface TypedText {
  readonly text: string;
  readonly by: "typing" | "opening";
  /** The choice that the keys stand at; −1: none. */
  readonly at: number;
}

interface Props {
  readonly label: string;
  readonly text: string;
  readonly typed: TypedText | undefined;
  readonly wrong: string | undefined;
  readonly fixed: boolean;
  /** What can be chosen for what is typed; absent where anything can be typed. */
  readonly choices: readonly Choice[] | undefined;
  /** The list opens above the cell. */
  readonly above: boolean;
  readonly onType: (text: string) => void;
  readonly onOpen: () => void;
  readonly onChoose: (value: string) => void;
  readonly onLeave: () => void;
}

/**
 * The field of the cell that is worked. It has the keyboard as long as the cell is, so that whatever is typed, also with
 * an input method, goes over its text at once.
 */
export function CellInput(props: Props) {
  const { label, text, typed, wrong, fixed, choices, above, onType, onOpen, onChoose, onLeave } = props;
  const { t } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const begun = typed?.by;
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is selected anew
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || document.activeElement !== element) return;
    if (begun === undefined) element.select();
    else if (begun === "opening") element.setSelectionRange(element.value.length, element.value.length);
  }, [begun, begun === undefined ? text : ""]);
  const common = {
    className: typed ? "grid-input grid-typed" : "grid-input",
    "aria-label": label,
    "aria-invalid": wrong !== undefined,
    ...(wrong !== undefined && { "aria-describedby": `${id}-why` }),
    value: typed?.text ?? text,
    readOnly: fixed,
    autoComplete: "off",
    spellCheck: false,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onType(target.value),
    onBlur: onLeave,
  };
  const open = typed !== undefined && choices !== undefined;
  return (
    <>
      {choices ? (
        <input
          {...common}
          ref={field as RefObject<HTMLInputElement>}
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={open && typed.at >= 0 ? `${id}-list-${typed.at}` : undefined}
        />
      ) : (
        <textarea {...common} ref={field as RefObject<HTMLTextAreaElement>} rows={1} />
      )}
      {choices && !open && (
        <span
          aria-hidden="true"
          className="grid-open"
          onMouseDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onOpen();
          }}
        >
          <DownOutlined />
        </span>
      )}
      {open && (
        <ChoiceList
          id={`${id}-list`}
          label={t("tables.grid.choices", { column: label })}
          choices={choices}
          at={typed.at}
          above={above}
          onChoose={onChoose}
        />
      )}
      {wrong !== undefined && !open && (
        <span id={`${id}-why`} className={above ? "grid-why grid-above" : "grid-why"}>
          {wrong}
        </span>
      )}
    </>
  );
}
