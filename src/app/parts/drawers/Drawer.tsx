import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { counted } from "../../../i18n/numbers.ts";
import { useWords } from "../../../ui/words.ts";
import { useSession } from "../../state/session.ts";

interface DrawerProps {
  readonly label: string;
  readonly title: string;
  readonly aside: readonly (string | undefined)[];
  readonly stale: boolean;
  readonly children: ReactNode;
}

/** A panel over the right third of the map; old numbers in it fade like all others. */
export function Drawer({ label, title, aside, stale, children }: DrawerProps) {
  const { t } = useWords();
  return (
    <aside className="drawer" aria-label={label}>
      <header className="drawer-head">
        <div>
          <h2>{title}</h2>
          <p className="remark">{aside.filter(Boolean).join(" · ")}</p>
        </div>
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={t("screen.close")}
          onClick={() => useSession.setState({ selection: undefined })}
        />
      </header>
      <div className={stale ? "drawer-body stale" : "drawer-body"} aria-busy={stale} tabIndex={-1}>
        {children}
      </div>
    </aside>
  );
}

/** A count in words; nothing where it is unknown. */
export function people(
  count: number | undefined,
  words: (number: ReturnType<typeof counted>) => string,
): string | undefined {
  return count === undefined || Number.isNaN(count) ? undefined : words(counted(count));
}
