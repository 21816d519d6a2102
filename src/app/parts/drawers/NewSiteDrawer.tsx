import type { ProjectView } from "../../../../workers/protocol.ts";
import { newId } from "../../../platform/browser/new-id.ts";
import { useWords } from "../../../ui/words.ts";
import { addSite } from "../../commands/edit-sites.ts";
import { useDesk } from "../../desk-context.ts";
import { NewRowDrawer } from "./NewRowDrawer.tsx";
import { PickInForm } from "./PickInForm.tsx";
import { useNewRow } from "./use-new-row.ts";
import { useSiteGroups } from "./use-site-groups.ts";

/** The form of a candidate site that is to be added: with an id that is free to begin with. */
export function NewSiteDrawer({ view }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const desk = useDesk();
  // What is locked in plans is known by its id alone, be it a site or a facility.
  const row = useNewRow(() => ({ id: newId([...view.sites.ids, ...view.facilities.ids]) }));
  const { typed, typeIn, name } = row;
  return (
    <NewRowDrawer
      label={t("editing.site.add")}
      groups={useSiteGroups(view, true)}
      of={row}
      kind="site"
      add={(site, onMade) => addSite(desk, site, onMade)}
      after={{ lat: <PickInForm of="new-site" name={name} typed={typed} onTyped={typeIn} /> }}
    />
  );
}
