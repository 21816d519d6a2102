import { useEffect } from "react";
import { counted } from "../../i18n/numbers.ts";
import { DEMO_CITIES } from "../../io/demo/shipped.ts";
import { Notice } from "../../ui/frame/Notice.tsx";
import { UnsavedProjects } from "../../ui/frame/UnsavedProjects.tsx";
import { useWords } from "../../ui/words.ts";
import { goOn } from "../commands/go-on.ts";
import { leave } from "../commands/leave.ts";
import { saveProject } from "../commands/save-project.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "../state/document.ts";
import { dropLeft, readLeft, useKeeping } from "../state/journal.ts";
import { usePen } from "../state/lock.ts";

/** One line each for what was left unsaved, who may change the project, and whether its edits are being kept. */
export function Keeping() {
  const { t } = useWords();
  const desk = useDesk();
  const open = useDocument(({ view }) => view !== undefined);
  const { left, failure, lost } = useKeeping();
  const { held, given } = usePen();
  useEffect(() => {
    if (given) void readLeft();
  }, [given]);
  const save = { label: t("screen.save"), onClick: () => void saveProject(desk) };
  const copy = { label: t("screen.keeping.copy"), onClick: () => void saveProject(desk, true) };
  const noted = { label: t("screen.keeping.noted"), onClick: () => usePen.setState({ given: false }) };
  const known = { label: t("screen.keeping.noted"), onClick: () => useKeeping.setState({ lost: 0 }) };
  return (
    <>
      <UnsavedProjects
        projects={left.map((head) => ({ ...head, name: nameOf(head.name) }))}
        onGoOn={(id) => leave(() => void goOn(desk, id))}
        onSave={(id) => leave(() => void goOn(desk, id).then((opened) => opened && saveProject(desk, true)))}
        onDrop={(id) => void dropLeft(id)}
      />
      {open && held === "elsewhere" && (
        <Notice tone="quiet" text={t("screen.keeping.elsewhere")} action={copy} />
      )}
      {open && held === "mine" && given && (
        <Notice tone="quiet" text={t("screen.keeping.given")} action={noted} />
      )}
      {open && failure && <Notice tone="quiet" text={t(`screen.keeping.${failure}`)} action={save} />}
      {open && lost > 0 && (
        <Notice tone="quiet" text={t("screen.keeping.lost", counted(lost))} action={known} />
      )}
    </>
  );

  function nameOf(name: string): string {
    const city = DEMO_CITIES.find((id) => id === name);
    return city ? t("screen.cityDemo", { city: t(`screen.cities.${city}`) }) : name;
  }
}
