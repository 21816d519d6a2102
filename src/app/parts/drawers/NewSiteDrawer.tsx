import { useState } from "react";
import type { ProjectView, SiteField, Typed } from "../../../../workers/protocol.ts";
import type { Issue } from "../../../core/base/issue.ts";
import { newId } from "../../../platform/browser/new-id.ts";
import { RowForm, type Texts } from "../../../ui/editing/RowForm.tsx";
import { useWords } from "../../../ui/words.ts";
import { addSite } from "../../commands/edit-sites.ts";
import { useDesk } from "../../desk-context.ts";
import { select, useSession } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";
import { PickInForm } from "./PickInForm.tsx";
import { useSiteGroups } from "./use-site-groups.ts";

/** The form of a candidate site that is to be added: with an id that is free to begin with. */
export function NewSiteDrawer({ view }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const desk = useDesk();
  const groups = useSiteGroups(view, true);
  // What is locked in plans is known by its id alone, be it a site or a facility.
  const [begun] = useState(() => ({ id: newId([...view.sites.ids, ...view.facilities.ids]) }));
  const [typed, setTyped] = useState<Texts>({});
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const save = async (changed: Texts) => {
    const row: Typed<SiteField | "id"> = { ...begun, ...changed };
    const onMade = () => select({ kind: "site", id: row.id?.trim() ?? "" }, true);
    setIssues((await addSite(desk, row, onMade)).issues);
  };
  return (
    <Drawer label={t("editing.site.add")} title={t("editing.site.add")} aside={[]} stale={false}>
      <RowForm
        label={t("editing.site.add")}
        groups={groups}
        texts={begun}
        typed={typed}
        onTyped={setTyped}
        after={{
          lat: (
            <PickInForm
              of="new-site"
              name={typed.name?.trim() || undefined}
              typed={typed}
              onTyped={(texts) => setTyped((before) => ({ ...before, ...texts }))}
            />
          ),
        }}
        unread={[]}
        issues={issues}
        saveLabel={t("editing.addSave")}
        onSave={(changed) => void save(changed)}
        onCancel={() => useSession.setState({ selection: undefined })}
      />
    </Drawer>
  );
}
