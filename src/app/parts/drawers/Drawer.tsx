import {
  EditOutlined,
  PrinterOutlined,
  VerticalAlignBottomOutlined,
  VerticalAlignTopOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode, RefObject } from "react";
import { CloseButton } from "../../../ui/frame/CloseButton.tsx";
import { useWords } from "../../../ui/words.ts";
import { useNarrow } from "../../state/screen.ts";
import { type Printing, useSession } from "../../state/session.ts";

interface DrawerProps {
  readonly label: string;
  readonly title: string;
  readonly aside: readonly (string | undefined)[];
  readonly stale: boolean;
  /** What is printed of it, if anything. */
  readonly print?: { readonly label: string; readonly what: Printing } | undefined;
  /** How it is said otherwise; its button gets the focus back from the form. */
  readonly edit?: { readonly button: RefObject<HTMLButtonElement | null>; readonly onEdit: () => void };
  readonly children: ReactNode;
}

/** A panel over the right third of the map, on a narrow screen over the lists; old numbers in it fade like all others. */
export function Drawer({ label, title, aside, stale, print, edit, children }: DrawerProps) {
  const { t } = useWords();
  return (
    <aside className="drawer" aria-label={label}>
      <header className="drawer-head">
        <div>
          <h2 tabIndex={-1}>{title}</h2>
          <p className="remark">{aside.filter(Boolean).join(" · ")}</p>
        </div>
        {edit && (
          <Button
            ref={edit.button}
            type="text"
            icon={<EditOutlined />}
            aria-label={t("editing.edit")}
            title={t("editing.edit")}
            onClick={edit.onEdit}
          />
        )}
        {print && (
          <Button
            type="text"
            icon={<PrinterOutlined />}
            aria-label={print.label}
            title={print.label}
            disabled={stale}
            onClick={() => useSession.setState({ printing: print.what })}
          />
        )}
        <Height />
        <CloseButton
          label={t("screen.close")}
          onClick={() => useSession.setState({ selection: undefined })}
        />
      </header>
      <div className={stale ? "drawer-body stale" : "drawer-body"} aria-busy={stale} tabIndex={-1}>
        {children}
      </div>
    </aside>
  );
}

/** On a narrow screen: as high as the sheet below it, or nearly all of the map. */
function Height() {
  const { t } = useWords();
  const narrow = useNarrow();
  const high = useSession(({ sheet }) => sheet === "high");
  if (!narrow) return null;
  const label = t(high ? "screen.lower" : "screen.taller");
  return (
    <Button
      type="text"
      icon={high ? <VerticalAlignBottomOutlined /> : <VerticalAlignTopOutlined />}
      aria-label={label}
      title={label}
      onClick={() => useSession.setState({ sheet: high ? "middle" : "high" })}
    />
  );
}
