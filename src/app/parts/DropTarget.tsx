import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isTyping, layerOpen } from "../../ui/frame/keys-for.ts";
import { useWords } from "../../ui/words.ts";
import { openFiles } from "../commands/take-in.ts";
import { useDesk } from "../desk-context.ts";
import { useSession } from "../state/session.ts";
import { fetchColumns } from "./ImportColumns.tsx";

/** The whole page takes files, and rows that were copied from a spreadsheet. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const desk = useDesk();
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event) || layerOpen()) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const { importChoices } = useSession.getState();
      if (files.length > 0) openFiles(desk, files, importChoices);
      else if (isTable(text))
        openFiles(desk, [new File([text], `${t("importing.pasted")}.tsv`)], {
          ...importChoices,
          others: "stay",
        });
      else return;
      event.preventDefault();
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [desk, t]);

  const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const leave = (change: number) => {
    depth.current += change;
    setOver(depth.current > 0);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a keyboard has the import button
    <div
      className="page"
      onDragEnter={(event) => {
        if (!bringsFiles(event)) return;
        fetchColumns();
        leave(1);
      }}
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

/** A line of names and a row below it, in cells as spreadsheets copy them. */
function isTable(text: string): boolean {
  const [names = "", row = ""] = text.split(/\r?\n/);
  return names.includes("\t") && row.includes("\t");
}
