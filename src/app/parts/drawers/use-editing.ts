import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Whether a row is being edited: not any more once another is looked at. Its button gets the focus back at the end. */
export function useEditing(id: string): {
  readonly isEditing: boolean;
  readonly begin: () => void;
  readonly end: () => void;
  readonly editButton: RefObject<HTMLButtonElement | null>;
} {
  const [edited, setEdited] = useState<string>();
  const editButton = useRef<HTMLButtonElement>(null);
  const ended = useRef(false);
  useLayoutEffect(() => {
    if (ended.current) editButton.current?.focus();
    ended.current = false;
  });
  return {
    isEditing: edited === id,
    begin: () => setEdited(id),
    end: () => {
      ended.current = true;
      setEdited(undefined);
    },
    editButton,
  };
}
