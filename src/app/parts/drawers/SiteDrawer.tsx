import type { ProjectView } from "../../../../workers/protocol.ts";
import { placeKey } from "../../../core/plan/measure.ts";
import { useWords } from "../../../ui/words.ts";
import { planShown, useIsCurrent, usePlans } from "../../state/plans.ts";
import { Drawer } from "./Drawer.tsx";
import { PlanAt } from "./PlanAt.tsx";

interface Props {
  readonly view: ProjectView;
  readonly id: string;
}

/** The chosen site, by what can be done there. */
export function SiteDrawer({ view, id }: Props) {
  const { t } = useWords();
  const place = { site: id };
  const key = placeKey(place);
  const surveyed = usePlans(({ surveyed }) => surveyed);
  const found = usePlans(planShown);
  const isCurrent = useIsCurrent(surveyed?.ground);
  const known = [...(surveyed?.is.places ?? []), ...(found?.measures ?? [])].find(
    (each) => placeKey(each.place) === key,
  );
  if (!known) return null;
  return (
    <Drawer label={t("plans.site")} title={known.name} aside={[t("plans.site"), id]} stale={!isCurrent}>
      <PlanAt view={view} place={place} />
    </Drawer>
  );
}
