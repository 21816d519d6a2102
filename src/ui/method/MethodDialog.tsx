import { PrinterOutlined } from "@ant-design/icons";
import { Button, Drawer } from "antd";
import { useWords } from "../words.ts";
import { anchorOf, MethodArticle } from "./MethodArticle.tsx";
import { METHOD_PARTS, type MethodFacts, type MethodPart } from "./method-facts.ts";

interface Props {
  readonly of: MethodFacts;
  /** The part to begin with; absent: the first. */
  readonly at: MethodPart | undefined;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

/** The method over the whole page, with a list of its parts to go to. */
export function MethodDialog({ of, at, onPrint, onClose }: Props) {
  const { t } = useWords();
  return (
    <Drawer
      open
      size="100%"
      className="method"
      title={t("method.title")}
      extra={
        <Button icon={<PrinterOutlined />} disabled={of.stale} onClick={onPrint}>
          {t("method.print")}
        </Button>
      }
      // Not before it is there: it takes the focus as it comes.
      afterOpenChange={(there) => there && at && goTo(at)}
      onClose={onClose}
    >
      <div className="method-page">
        <nav aria-label={t("method.contents")}>
          <ol>
            {METHOD_PARTS.map((part) => (
              <li key={part}>
                <a
                  href={`#${anchorOf(part)}`}
                  onClick={(event) => {
                    // The address tells what is open, not where one reads.
                    event.preventDefault();
                    goTo(part);
                  }}
                >
                  {t(`method.parts.${part}`)}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <MethodArticle of={of} anchored />
      </div>
    </Drawer>
  );
}

function goTo(part: MethodPart): void {
  const section = document.getElementById(anchorOf(part));
  section?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: "start" });
}
