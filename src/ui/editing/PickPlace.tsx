import { AimOutlined, GatewayOutlined } from "@ant-design/icons";
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

interface OutlineProps {
  /** There is one already. */
  readonly drawn: boolean;
  readonly onDraw: () => void;
}

/** Draws on the map what the corners above it say. */
export function DrawOutline({ drawn, onDraw }: OutlineProps) {
  const { t } = useWords();
  return (
    <Button className="pick-place" icon={<GatewayOutlined />} onClick={onDraw}>
      {t(drawn ? "editing.changeOutline" : "editing.drawOutline")}
    </Button>
  );
}
