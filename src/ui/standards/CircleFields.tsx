import type { PackDraft } from "../../core/standards/pack-draft.ts";
import { PROFILES } from "../../core/standards/rule-pack.ts";
import { useWords } from "../words.ts";
import { ChoiceEntry, TextEntry } from "./Entry.tsx";
import type { WrongAt } from "./mistakes.ts";

interface Props {
  readonly draft: PackDraft;
  readonly wrong: WrongAt;
  readonly onChange: (change: Partial<PackDraft>) => void;
}

export const LIMITS = {
  elderly: "parameters.limitElderly",
  carer_with_infant: "parameters.limitChildcare",
  adult: "parameters.limitAdult",
} as const;

/** What an analysis starts from where the documents say nothing: the circle, and what is done where clauses differ. */
export function CircleFields({ draft, wrong, onChange }: Props) {
  const { t } = useWords();
  const { circle, conflictPolicy } = draft;
  const change = (to: Partial<PackDraft["circle"]>) => onChange({ circle: { ...circle, ...to } });
  return (
    <fieldset className="entries">
      <legend>{t("standards.circle.title")}</legend>
      <p className="remark entries-line">{t("standards.circle.help")}</p>
      <TextEntry
        label={t("standards.circle.minutes")}
        wrong={wrong("circle.minutes")}
        help={t("standards.circle.minutesHelp")}
        decimal
        value={circle.minutes}
        onChange={(minutes) => change({ minutes })}
      />
      {PROFILES.map((profile) => (
        <TextEntry
          key={profile}
          label={t(LIMITS[profile])}
          wrong={wrong(`circle.limits.${profile}`)}
          decimal
          suffix="m"
          value={circle.limits[profile]}
          onChange={(limit) => change({ limits: { ...circle.limits, [profile]: limit } })}
        />
      ))}
      <TextEntry
        label={t("parameters.detour")}
        wrong={wrong("circle.detour")}
        help={t("parameters.detourHelp")}
        decimal
        value={circle.detour}
        onChange={(detour) => change({ detour })}
      />
      <ChoiceEntry
        label={t("parameters.conflict")}
        value={conflictPolicy}
        options={(["flag", "strict", "clause"] as const).map((value) => ({
          value,
          label: t(`parameters.conflicts.${value}`),
        }))}
        onChange={(policy) => onChange({ conflictPolicy: policy })}
      />
    </fieldset>
  );
}
