import { useState } from "react";
import type { ParameterChange, Parameters } from "../../core/analysis/parameters.ts";
import { PROFILES } from "../../core/standards/rule-pack.ts";
import { NumberField } from "../fields/NumberField.tsx";
import { useWords } from "../words.ts";
import { LIMIT_BOUNDS, limitAt, SPEED_BOUNDS, speedAt } from "./walk-time.ts";

interface Props {
  readonly value: Parameters;
  readonly onChange: (change: ParameterChange) => void;
}

/** The limits as a time at a pace. Metres decide; minutes and speeds are another way to set and to read them. */
export function WalkTime({ value: { limits }, onChange }: Props) {
  const { t } = useWords();
  const [minutes, setMinutes] = useState(15);
  const speeds = PROFILES.map((profile) => speedAt(limits[profile], minutes));
  const most = (speed: number) => LIMIT_BOUNDS.to / 60 / speed;
  const setTime = (time: number) => {
    setMinutes(time);
    const next = PROFILES.map((profile) => [profile, limitAt(speedAt(limits[profile], minutes), time)]);
    onChange({ limits: Object.fromEntries(next) as Parameters["limits"] });
  };
  return (
    <details className="parameters-time">
      <summary>{t("parameters.time")}</summary>
      <div className="parameters-grid">
        <NumberField
          label={t("parameters.minutes")}
          {...{ from: 1, to: Math.floor(Math.min(60, ...speeds.map(most))), step: 1, digits: 0 }}
          value={minutes}
          onChange={(time) => time && setTime(time)}
        />
        {PROFILES.map((profile) => (
          <NumberField
            key={profile}
            label={t("parameters.speed", { profile: t(`parameters.profiles.${profile}`) })}
            {...{ ...SPEED_BOUNDS, step: 0.05, digits: 2, suffix: "m/s" }}
            value={speedAt(limits[profile], minutes)}
            onChange={(speed) =>
              speed && onChange({ limits: { ...limits, [profile]: limitAt(speed, minutes) } })
            }
          />
        ))}
      </div>
      <p className="remark">{t("parameters.timeHelp")}</p>
    </details>
  );
}
