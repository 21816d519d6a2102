import { AimOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useWords } from "../words.ts";

/** Asks on the map for what the coordinates beside it say. */
export function PickPlace({ onPick }: { readonly onPick: () => void }) {
  const { t } = useWords();
  return (
    <Button className="pick-place" icon={<AimOutlined />} onClick={onPick}>
      {t("editing.pick")}
    </Button>
  );
}
