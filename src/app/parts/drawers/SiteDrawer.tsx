import { lazy, Suspense } from "react";
import type { ProjectView, SiteField, Typed } from "../../../../workers/protocol.ts";
import { placeKey } from "../../../core/plan/measure.ts";
import { RowFacts } from "../../../ui/editing/RowFacts.tsx";
import { SiteActions } from "../../../ui/editing/SiteActions.tsx";
import { useWords } from "../../../ui/words.ts";
import { changeSite, deleteSite } from "../../commands/edit-sites.ts";
import { rowName } from "../../derived/row-name.ts";
import { useDesk } from "../../desk-context.ts";
import { planShown, usePlans } from "../../state/plans.ts";
import { useSession } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";
import { EditForm } from "./EditForm.tsx";
import { PickInForm } from "./PickInForm.tsx";
import { PlanAt } from "./PlanAt.tsx";
import { useEditing } from "./use-editing.ts";
import { useRowTexts } from "./use-row-texts.ts";
import { useSiteGroups } from "./use-site-groups.ts";

const RefusedHere = lazy(async () => ({ default: (await import("./RefusedHere.tsx")).RefusedHere }));

interface Props {
  readonly view: ProjectView;
  readonly id: string;
}

/** The chosen candidate site: why something cannot be done there, what can, and what is known of it, to be said otherwise. */
export function SiteDrawer({ view, id }: Props) {
  const row = view.sites.ids.indexOf(id);
  return row < 0 ? <PlannedSite view={view} id={id} /> : <KnownSite view={view} id={id} row={row} />;
}

/** A site that a plan names and the document does not have any more. */
function PlannedSite({ view, id }: Props) {
  const { t } = useWords();
  const place = { site: id };
  const name = usePlans((plans) => {
    const measures = planShown(plans)?.measures ?? [];
    return measures.find((each) => placeKey(each.place) === placeKey(place))?.name;
  });
  if (name === undefined) return null;
  return (
    <Drawer label={t("plans.site")} title={name} aside={[t("plans.site"), id]} stale={false}>
      <PlanAt view={view} place={place} />
    </Drawer>
  );
}

function KnownSite({ view, id, row }: Props & { readonly row: number }) {
  const { t } = useWords();
  const desk = useDesk();
  const { isEditing, begin, end, editButton } = useEditing(id);
  const groups = useSiteGroups(view, false);
  const texts = useRowTexts("sites", id);
  const looking = useSession(({ tab }) => tab === "plans");
  const name = rowName(view.sites, row);
  const head = { label: t("plans.site"), title: name, aside: [t("plans.site"), id] };
  if (isEditing) {
    return (
      <Drawer {...head} stale={false}>
        <EditForm
          label={t("editing.site.form")}
          row={{ table: "sites", id }}
          groups={groups}
          after={(typed, written, onTyped) => ({
            lat: (
              <PickInForm
                of={id}
                name={name}
                typed={typed.lon === undefined && typed.lat === undefined ? {} : { ...written, ...typed }}
                onTyped={onTyped}
              />
            ),
          })}
          onSave={(typed, onMade) => changeSite(desk, id, typed as Typed<SiteField>, onMade)}
          onEnd={end}
        />
      </Drawer>
    );
  }
  return (
    <Drawer {...head} stale={false} edit={{ button: editButton, onEdit: begin }}>
      {looking && (
        <Suspense>
          <RefusedHere site={id} />
        </Suspense>
      )}
      <PlanAt view={view} place={{ site: id }} />
      {texts && <RowFacts title={t("editing.site.facts")} groups={groups} texts={texts} />}
      <SiteActions onDelete={() => void deleteSite(desk, id)} />
    </Drawer>
  );
}
