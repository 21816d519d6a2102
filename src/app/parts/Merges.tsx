import { Button, Modal } from "antd";
import { lazy, Suspense } from "react";
import { useWords } from "../../ui/words.ts";
import { useDesk } from "../desk-context.ts";
import { useMerging } from "../state/merging.ts";

const MergeDialog = lazy(async () => ({ default: (await import("./MergeDialog.tsx")).MergeDialog }));

/** A project file that came while a project is open, and the merge that may come of it. */
export function Merges() {
  const merging = useMerging((state) => state.merging);
  return (
    <>
      <Arrival />
      {merging && (
        <Suspense>
          <MergeDialog of={merging} />
        </Suspense>
      )}
    </>
  );
}

/** Asks whether a project file is to be opened in place of the open project, or merged with it. */
function Arrival() {
  const { t } = useWords();
  const desk = useDesk();
  const arrived = useMerging((state) => state.arrived);
  const leave = () => useMerging.setState({ arrived: undefined });
  return (
    <Modal
      open={arrived !== undefined}
      width={480}
      title={t("merging.arrived.title")}
      onCancel={leave}
      footer={
        <>
          <Button onClick={leave}>{t("merging.arrived.leave")}</Button>
          <Button
            onClick={() => {
              leave();
              if (arrived)
                void import("../commands/merge.ts").then((merge) => merge.beginMerge(desk, arrived.file));
            }}
          >
            {t("merging.arrived.merge")}
          </Button>
          <Button
            type="primary"
            autoFocus
            onClick={() => {
              leave();
              arrived?.open();
            }}
          >
            {t("merging.arrived.open")}
          </Button>
        </>
      }
    >
      <p>{t("merging.arrived.text", { file: arrived?.file.name ?? "" })}</p>
    </Modal>
  );
}
