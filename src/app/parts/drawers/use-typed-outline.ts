import { useEffect, useState } from "react";
import type { Polygon } from "../../../core/geo/lng-lat.ts";

const typing = () => import("../../../io/typed/typed-outline.ts");

/** The outline that a text is, once it is one. What reads it is loaded with the form that it is typed in. */
export function useTypedOutline(text: string | undefined): readonly Polygon[] | undefined {
  const [read, setRead] = useState<{ readonly of: string; readonly shape: readonly Polygon[] | undefined }>();
  useEffect(() => void typing(), []);
  useEffect(() => {
    if (text === undefined || text.trim() === "") return;
    let isCurrent = true;
    void typing().then(({ typedOutline }) => {
      const found = typedOutline(text);
      if (isCurrent) setRead({ of: text, shape: found.ok ? found.value : undefined });
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return read?.of === text ? read?.shape : undefined;
}

/** An outline as it is typed. */
export async function outlineText(shape: readonly Polygon[]): Promise<string> {
  return (await typing()).writtenOutline(shape);
}
