import type { PackDraft } from "../../core/standards/pack-draft.ts";
import { CONFLICT_POLICIES, PROFILES } from "../../core/standards/rule-pack.ts";
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
  const number = (member: "minutes" | "detour", label: string, help: string) => (
    <TextEntry
      label={label}
      wrong={wrong(`circle.${member}`)}
      help={help}
      decimal
      value={circle[member]}
      onChange={(to) => change({ [member]: to })}
    />
  );
  return (
    <fieldset className="entries">
      <legend>{t("standards.circle.title")}</legend>
      <p className="remark entries-line">{t("standards.circle.help")}</p>
      {number("minutes", t("standards.circle.minutes"), t("standards.circle.minutesHelp"))}
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
      {number("detour", t("parameters.names.detour"), t("parameters.detourHelp"))}
      <ChoiceEntry
        label={t("parameters.names.conflict")}
        value={conflictPolicy}
        options={CONFLICT_POLICIES.map((value) => ({
          value,
          label: t(`parameters.conflicts.${value}`),
        }))}
        onChange={(policy) => onChange({ conflictPolicy: policy })}
      />
    </fieldset>
  );
}
