import { Button } from "antd";
import { useId } from "react";
import { useWords } from "../words.ts";

interface Props {
  /** What is to be put somewhere; absent for something new without a name. */
  readonly name: string | undefined;
  readonly onCancel: () => void;
}

/** One sentence over the map: that a click is to say a place, and how to give up. */
export function PlaceAsk({ name, onCancel }: Props) {
  const { t } = useWords();
  const sentence = useId();
  return (
    <div className="place-ask">
      <p id={sentence}>{name === undefined ? t("map.ask.new") : t("map.ask.named", { name })}</p>
      <Button size="small" autoFocus aria-describedby={sentence} onClick={onCancel}>
        {t("map.ask.cancel")}
      </Button>
    </div>
  );
}
