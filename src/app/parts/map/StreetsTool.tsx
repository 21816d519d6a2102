import { StopOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { ToolPopover } from "../../../ui/tables/ToolPopover.tsx";
import { useWords } from "../../../ui/words.ts";
import { restoreStreet, startStreet } from "../../commands/streets.ts";
import { streetChangeWords } from "../../derived/street-change-words.ts";
import { useDesk } from "../../desk-context.ts";
import { useParameters } from "../../state/parameters.ts";

const KINDS = ["close", "add", "open"] as const;

/** Closes, adds and opens streets, and lists what is changed of them, each with a way back. */
export function StreetsTool({ changes }: { readonly changes: ProjectView["streetChanges"] }) {
  const { t } = useWords();
  const desk = useDesk();
  const { reach } = useParameters();
  return (
    <ToolPopover label={t("map.streets.title")} icon={<StopOutlined />} placement="rightTop">
      {(close) => (
        <div className="streets-tool">
          {KINDS.map((kind) => (
            <Button
              key={kind}
              onClick={() => {
                close();
                startStreet(desk, kind);
              }}
            >
              {t(`map.streets.kinds.${kind}`)}
            </Button>
          ))}
          {reach === "straight" && <p className="remark">{t("map.streets.straight")}</p>}
          {changes.length === 0 ? (
            <p className="remark">{t("map.streets.none")}</p>
          ) : (
            <ul aria-label={t("map.streets.list")}>
              {changes.map(({ change }, at) => {
                const words = streetChangeWords(change, t);
                return (
                  <li key={JSON.stringify(change)}>
                    <span>{words}</span>
                    <Button
                      size="small"
                      aria-label={t("map.streets.restoreThis", { what: words })}
                      onClick={() => void restoreStreet(desk, at)}
                    >
                      {t("map.streets.restore")}
                    </Button>
                  </li>
                );
              })}
            </ul>
          )}
        </div>
      )}
    </ToolPopover>
  );
}
