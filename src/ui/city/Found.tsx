import type { Finding } from "../../core/city/city-facts.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

/** What the document gives for an indicator. */
export function Found({ finding, unit }: { readonly finding: Finding; readonly unit: string }) {
  const { t } = useWords();
  switch (finding.kind) {
    case "figure":
      return `${cut(finding.value)} ${unit}`;
    case "between": {
      const least = cut(finding.least);
      if (finding.most === undefined) return `${t("city.atLeast", { least })} ${unit}`;
      return `${t("city.between", { least, most: cut(finding.most) })} ${unit}`;
    }
    case "units":
      return t("city.units", {
        level: t(`judging.level.${finding.level}`),
        have: formatNumber(finding.have),
        all: formatNumber(finding.all),
      });
    case "unknown":
      return t(`city.unknown.${finding.why}`);
  }
}

/** Two decimals, cut and never rounded up: 4.499 is not the 4.5 that is aimed at. */
export function cut(value: number): string {
  return formatNumber(Math.floor(value * 100 + 1e-9) / 100);
}
