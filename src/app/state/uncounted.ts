import { useMemo } from "react";
import type { Edit } from "../../../workers/edit.ts";
import { useWords } from "../../ui/words.ts";
import { uncountedStatus } from "../derived/uncounted.ts";
import { useDocument } from "./document.ts";
import { usePacksInUse } from "./packs.ts";
import { useParameters } from "./parameters.ts";

/** Why the facility that an edit is about serves nobody, by its status; `undefined` where that is no reason. */
export function useUncounted(edit: Edit | undefined): string | undefined {
  const { t } = useWords();
  const facilities = useDocument(({ view }) => view?.facilities);
  const packs = usePacksInUse();
  const { countStatuses } = useParameters();
  const counted = useMemo(
    () => new Set(countStatuses ?? packs.flatMap(({ countedKinds }) => countedKinds.statuses.counted)),
    [packs, countStatuses],
  );
  const status = edit && facilities && uncountedStatus(edit, facilities, counted);
  if (status === undefined) return undefined;
  if (status === "unknown") return t("effect.uncountedUnknown");
  return t("effect.uncounted", {
    status: t(`judging.facilityStatus.${status}`),
    counted: [...counted].map((one) => t(`judging.facilityStatus.${one}`)).join(t("effect.between")),
  });
}
