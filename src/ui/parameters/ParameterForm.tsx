import { Button, Select } from "antd";
import { memo } from "react";
import {
  OFFSITES,
  type ParameterChange,
  type Parameters,
  REACH_MODES,
  type ReachMode,
} from "../../core/analysis/parameters.ts";
import type { CircleJudgement } from "../../core/analysis/results.ts";
import type { FacilityStatus } from "../../core/model/facility.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import { CONFLICT_POLICIES, PROFILES, type ProfileId } from "../../core/standards/rule-pack.ts";
import { formatMetres, formatNumber } from "../../i18n/numbers.ts";
import { Field } from "../fields/Field.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { useWords } from "../words.ts";
import { CountedStatuses } from "./CountedStatuses.tsx";
import { CoverageTarget } from "./CoverageTarget.tsx";
import { type OverlayChoice, Overlays } from "./Overlays.tsx";
import { WalkTime } from "./WalkTime.tsx";
import { LIMIT_BOUNDS } from "./walk-time.ts";
import "./parameters.css";

interface Props {
  readonly value: Parameters;
  /** The document has streets to walk along. */
  readonly streets: boolean;
  /** Methods that can be asked for now. */
  readonly supplies: readonly Parameters["supply"][];
  /** Rules of a higher level that can be laid over the standards. */
  readonly overlays: readonly OverlayChoice[];
  /** Statuses that count by the standards in use. */
  readonly statuses: readonly FacilityStatus[];
  /** How the circle rules stand against the share that was set. */
  readonly circles: readonly CircleJudgement[];
  readonly onChange: (change: ParameterChange) => void;
  readonly onStandards: () => void;
}

const LIMITS = {
  elderly: "parameters.limitElderly",
  carer_with_infant: "parameters.limitChildcare",
  adult: "parameters.limitAdult",
} as const;

/** Takes back all that this form can set. */
const NOTHING_SET: ParameterChange = {
  ...{ reach: undefined, cap: undefined },
  ...{ limits: undefined, detour: undefined, decides: undefined, supply: undefined, offsite: undefined },
  ...{ conflict: undefined, overlays: undefined, countStatuses: undefined, coverageTarget: undefined },
};

/** What the user may choose about the analysis. Every change is passed on at once. */
export function ParameterForm(props: Props) {
  const { value, streets, supplies, overlays, statuses, circles, onChange, onStandards } = props;
  const { t } = useWords();
  const byStreets = value.reach === "network";
  const summary = t("parameters.summary", {
    elderly: formatMetres(value.limits[value.decides.elderly]),
    childcare: formatMetres(value.limits[value.decides.childcare]),
    way: t(`parameters.ways.${value.reach}`, { detour: formatNumber(value.detour) }),
    supply: t(`parameters.supplies.${value.supply}`),
  });
  return (
    <details className="parameters">
      <summary>
        <strong>{t("parameters.title")}</strong>
        <span className="remark">{summary}</span>
      </summary>
      <div className="parameters-grid">
        <Reach value={value} streets={streets} onChange={onChange} />
        {PROFILES.map((profile) => (
          <NumberField
            key={profile}
            label={t(LIMITS[profile])}
            {...{ ...LIMIT_BOUNDS, step: 50, suffix: "m" }}
            value={value.limits[profile]}
            onChange={(limit) => limit && onChange({ limits: { ...value.limits, [profile]: limit } })}
          />
        ))}
        <WalkTime value={value} onChange={onChange} />
        {byStreets ? (
          <NumberField
            label={t("parameters.names.cap")}
            help={t("parameters.capHelp")}
            {...{ from: 10, to: 2000, step: 10, suffix: "m" }}
            value={value.cap}
            onChange={(cap) => cap && onChange({ cap })}
          />
        ) : (
          <NumberField
            label={t("parameters.names.detour")}
            help={t("parameters.detourHelp")}
            {...{ from: 1, to: 3, step: 0.1 }}
            value={value.detour}
            onChange={(detour) => detour && onChange({ detour })}
          />
        )}
        <Deciding subject="elderly" value={value} onChange={onChange} />
        <Deciding subject="childcare" value={value} onChange={onChange} />
        <Choice name="supply" value={value.supply} from={supplies} onChange={onChange} />
        <Choice name="offsite" value={value.offsite} from={OFFSITES} onChange={onChange} />
        <Choice name="conflict" value={value.conflict} from={CONFLICT_POLICIES} onChange={onChange} />
        <CountedStatuses value={value} statuses={statuses} onChange={onChange} />
        <CoverageTarget value={value} circles={circles} onChange={onChange} />
        <Overlays value={value} overlays={overlays} onChange={onChange} />
        <Button className="parameters-end" onClick={onStandards}>
          {t("parameters.standards")}
        </Button>
        <Button className="parameters-end" onClick={() => onChange(NOTHING_SET)}>
          {t("parameters.reset")}
        </Button>
      </div>
      <p className="remark">{t("parameters.assumptions")}</p>
    </details>
  );
}

type Named = "supply" | "offsite" | "conflict";

interface ChoiceProps {
  readonly name: Named;
  readonly value: Parameters[Named];
  readonly from: readonly Parameters[Named][];
  readonly onChange: Props["onChange"];
}

const WORDS = { supply: "supplies", offsite: "offsites", conflict: "conflicts" } as const;

/** A parameter that is one of a few; left alone while others are set. */
const Choice = memo(function Choice({ name, value, from, onChange }: ChoiceProps) {
  const { t } = useWords();
  return (
    <Selection
      label={t(`parameters.names.${name}`)}
      value={value}
      options={from.map((one) => ({ value: one, label: t(`parameters.${WORDS[name]}.${one}` as never) }))}
      onChange={(chosen) => onChange({ [name]: chosen })}
    />
  );
});

/** Along straight lines or along streets, where there are any. */
function Reach({ value, streets, onChange }: Pick<Props, "value" | "streets" | "onChange">) {
  const { t } = useWords();
  const label = t("parameters.names.reach");
  const help = streets || value.reach === "network" ? undefined : t("parameters.noStreets");
  return (
    <Field label={label} help={help}>
      {(id) => (
        <Select<ReachMode>
          id={id}
          aria-label={label}
          value={value.reach}
          popupMatchSelectWidth={false}
          options={REACH_MODES.map((mode) => ({
            value: mode,
            label: t(`parameters.reaches.${mode}`),
            disabled: mode === "network" && !streets,
          }))}
          onChange={(reach) => onChange({ reach })}
        />
      )}
    </Field>
  );
}

function Deciding({
  subject,
  value,
  onChange,
}: Pick<Props, "value" | "onChange"> & { readonly subject: CareSubject }) {
  const { t } = useWords();
  return (
    <Selection<ProfileId>
      label={t(subject === "elderly" ? "parameters.decidesElderly" : "parameters.decidesChildcare")}
      value={value.decides[subject]}
      options={PROFILES.map((one) => ({ value: one, label: t(`parameters.profiles.${one}`) }))}
      onChange={(profile) => onChange({ decides: { ...value.decides, [subject]: profile } })}
    />
  );
}

interface SelectionProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

function Selection<Value extends string>({ label, value, options, onChange }: SelectionProps<Value>) {
  return (
    <Field label={label}>
      {(id) => (
        <Select<Value>
          id={id}
          aria-label={label}
          value={value}
          popupMatchSelectWidth={false}
          options={[...options]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
