import { Button, Modal } from "antd";
import { useEffect } from "react";
import { useWords } from "../../ui/words.ts";
import { saveProject } from "../commands/save-project.ts";
import { useDesk } from "../desk-context.ts";
import { isUnsaved, useDocument } from "../state/document.ts";
import { useSession } from "../state/session.ts";

/** Asks before work is lost: when another document is to be opened, and when the page is left. */
export function Leaving() {
  const { t } = useWords();
  const desk = useDesk();
  const leaving = useSession((session) => session.leaving);
  const unsaved = useDocument(isUnsaved);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
  const stay = () => useSession.setState({ leaving: undefined });
  const go = () => {
    stay();
    leaving?.goOn();
  };
  return (
    <Modal
      open={leaving !== undefined}
      width={440}
      title={t("screen.leaving.title")}
      onCancel={stay}
      footer={
        <>
          <Button onClick={stay}>{t("screen.leaving.stay")}</Button>
          <Button danger onClick={go}>
            {t("screen.leaving.drop")}
          </Button>
          <Button
            type="primary"
            autoFocus
            onClick={() => void saveProject(desk).then((saved) => saved && go())}
          >
            {t("screen.leaving.save")}
          </Button>
        </>
      }
    >
      <p>{t("screen.leaving.text")}</p>
    </Modal>
  );
}
