import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { knownProjects, PROJECT_CITIES, type ProjectCity } from "../../../io/projects/shipped-projects.ts";
import { KnownProjects } from "../../../ui/plans/KnownProjects.tsx";
import { PlanLocks } from "../../../ui/plans/PlanLocks.tsx";
import { countKnown } from "../../commands/plan.ts";
import { takeProjects } from "../../commands/take-projects.ts";
import { comingIn, idOf } from "../../derived/plan-facts.ts";
import { useDesk } from "../../desk-context.ts";
import { usePacksInUse } from "../../state/packs.ts";
import { isThereIn, setWill, usePlans } from "../../state/plans.ts";
import "../../../ui/plans/plans.css";

/** Places fixed beforehand. */
export function Locks({ view }: { readonly view: ProjectView }) {
  const { places, surveyed } = usePlans(useShallow(({ places, surveyed }) => ({ places, surveyed })));
  const names = useMemo(
    () => new Map(surveyed?.is.places.map(({ place, name }) => [idOf(place), name])),
    [surveyed],
  );
  const isThere = isThereIn(view, { surveyed });
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ id, name: names.get(id) ?? id, isThere: isThere(id) }));
  return (
    <PlanLocks
      of={{ with: named(places.with), without: named(places.without) }}
      onRelease={(id) => setWill(id, "open")}
    />
  );
}

/** Projects that are known to come, and the lists that documents have of them. */
export function Known({ view, ready }: { readonly view: ProjectView; readonly ready: boolean }) {
  const desk = useDesk();
  const surveyed = usePlans((plans) => plans.surveyed);
  const packs = usePacksInUse();
  const inUse = new Set(packs.map(({ id }) => id));
  const there = new Set(view.facilities.ids);
  const lists = PROJECT_CITIES.flatMap((city) => {
    const { pack, list, projects } = knownProjects(city);
    const places = projects.filter(({ kind }) => kind !== undefined);
    // A demo city is none of theirs.
    return view.origin === "imported" && inUse.has(pack) && places.some(({ id }) => !there.has(id))
      ? [{ key: city, name: list, projects: places.length }]
      : [];
  });
  return (
    <KnownProjects
      coming={surveyed ? comingIn(surveyed.is).length : 0}
      onCount={ready ? () => void countKnown(desk) : undefined}
      lists={lists}
      onTake={(city) => takeProjects(desk, city as ProjectCity)}
    />
  );
}
