import { Button, Modal } from "antd";
import { useWords } from "../../ui/words.ts";
import { beginMerge } from "../commands/merge.ts";
import { useDesk } from "../desk-context.ts";
import { type Arrived, useMerging } from "../state/merging.ts";

/** Asks whether a project file is to be opened in place of the open project, or merged with it. */
export function Arrival({ of: { file, open } }: { readonly of: Arrived }) {
  const { t } = useWords();
  const desk = useDesk();
  const leave = () => useMerging.setState({ arrived: undefined });
  const andThen = (goOn: () => void) => () => {
    leave();
    goOn();
  };
  return (
    <Modal
      open
      width={480}
      title={t("merging.arrived.title")}
      onCancel={leave}
      footer={
        <>
          <Button onClick={leave}>{t("merging.arrived.leave")}</Button>
          <Button onClick={andThen(() => void beginMerge(desk, file))}>{t("merging.arrived.merge")}</Button>
          <Button type="primary" autoFocus onClick={andThen(open)}>
            {t("merging.arrived.open")}
          </Button>
        </>
      }
    >
      <p>{t("merging.arrived.text", { file: file.name })}</p>
    </Modal>
  );
}
