import { type Parameters, parametersApart } from "../../core/analysis/parameters.ts";
import type { ProfileId } from "../../core/standards/rule-pack.ts";
import { formatMetres } from "../../i18n/numbers.ts";
import { parameterValue } from "../../ui/method/parameter-values.ts";
import type { Deed } from "../state/document.ts";
import type { Telling } from "./telling.ts";

/** The parameters that were set, each with its value before and after. */
export function parameterWords({ before, after }: NonNullable<Deed["choices"]>, telling: Telling): string {
  const { t, parametersOf } = telling;
  const [was, is] = [parametersOf(before), parametersOf(after)];
  return parametersApart(before, after)
    .flatMap((name) => (name === "limits" ? limitWords(was, is, telling) : [wordsOf(name, was, is, telling)]))
    .join(t("history.semicolon"));
}

function wordsOf(name: keyof Parameters, was: Parameters, is: Parameters, telling: Telling): string {
  const [before, after] = [was, is].map((of) => parameterValue(name, of, telling.packTitle, telling));
  return pairWords(telling.t(`parameters.names.${name}`), before ?? "", after ?? "", telling);
}

/** Only the walks that are not the same. */
function limitWords(was: Parameters, is: Parameters, telling: Telling): readonly string[] {
  const apart = (Object.keys(LIMITS) as ProfileId[]).filter((who) => was.limits[who] !== is.limits[who]);
  if (apart.length === 0) return [wordsOf("limits", was, is, telling)];
  return apart.map((who) =>
    pairWords(
      telling.t(`parameters.${LIMITS[who]}`),
      formatMetres(was.limits[who]),
      formatMetres(is.limits[who]),
      telling,
    ),
  );
}

const LIMITS = {
  elderly: "limitElderly",
  carer_with_infant: "limitChildcare",
  adult: "limitAdult",
} as const satisfies Record<ProfileId, string>;

/** What was set to what the standards say has the same value before and after. */
function pairWords(what: string, before: string, after: string, { t }: Telling): string {
  return before === after
    ? t("history.restated", { what, after })
    : t("history.field", { what, before, after });
}
