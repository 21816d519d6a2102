import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useWords } from "../../ui/words.ts";
import { openFiles } from "../commands/open.ts";
import { useDesk } from "../desk-context.ts";
import { useSession } from "../state/session.ts";

/** The whole page takes files. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const desk = useDesk();
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const leave = (change: number) => {
    depth.current += change;
    setOver(depth.current > 0);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a keyboard has the import button
    <div
      className="page"
      onDragEnter={(event) => bringsFiles(event) && leave(1)}
      onDragLeave={(event) => bringsFiles(event) && leave(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) openFiles(desk, files, useSession.getState().importChoices);
      }}
    >
      {children}
      {over && <div className="drop">{t("screen.drop")}</div>}
    </div>
  );
}
