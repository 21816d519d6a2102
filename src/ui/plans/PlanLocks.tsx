import { Tag } from "antd";
import { useWords } from "../words.ts";
import "./plans.css";

interface Props {
  /** Places where something is done in any case, and where nothing is, by name. */
  readonly of: Readonly<
    Record<
      "with" | "without",
      readonly { readonly id: string; readonly name: string; readonly isThere: boolean }[]
    >
  >;
  readonly onRelease: (id: string) => void;
}

/** Which places were fixed beforehand, each with a way to let go of it. */
export function PlanLocks({ of, onRelease }: Props) {
  const { t } = useWords();
  return (["with", "without"] as const).map(
    (will) =>
      of[will].length > 0 && (
        <p key={will} className="plan-locks">
          {t(`plans.locks.${will}`)}
          {of[will].map(({ id, name, isThere }) => (
            <Tag
              key={id}
              closable={{ "aria-label": t("plans.release", { name }) }}
              onClose={(event) => {
                event.preventDefault();
                onRelease(id);
              }}
            >
              {isThere ? name : t("plans.locks.lost", { name })}
            </Tag>
          ))}
        </p>
      ),
  );
}
