import { useMemo } from "react";
import type { PlaceField, ProjectView, Typed, ZoneField } from "../../../../workers/protocol.ts";
import { counted } from "../../../i18n/numbers.ts";
import { zoneGroups } from "../../../ui/editing/form-fields.ts";
import { ZoneEvidencePanel } from "../../../ui/evidence/ZoneEvidencePanel.tsx";
import { useWords } from "../../../ui/words.ts";
import { changeZone } from "../../commands/edit.ts";
import { outlineOf } from "../../derived/outline-of.ts";
import { rowName } from "../../derived/row-name.ts";
import { zoneShares } from "../../derived/zone-shares.ts";
import { nearestCare, walkRemarks, zoneAside } from "../../derived/zone-words.ts";
import { useDesk } from "../../desk-context.ts";
import { kindName } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { useEvidence } from "../../state/evidence.ts";
import { useParameters } from "../../state/parameters.ts";
import { select, useSession } from "../../state/session.ts";
import { useWalks } from "../../state/walks.ts";
import { Drawer } from "./Drawer.tsx";
import { EditForm } from "./EditForm.tsx";
import { PlanAt } from "./PlanAt.tsx";
import { useEditing } from "./use-editing.ts";
import { useRowOrigin } from "./use-row-origin.ts";
import { ZonePlacing } from "./ZonePlacing.tsx";

interface Props {
  readonly view: ProjectView;
  readonly row: number;
}

/** The evidence of the chosen zone, and how to say it otherwise. */
export function ZoneDrawer({ view, row }: Props) {
  const { t, text } = useWords();
  const { zones } = view;
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const parameters = useParameters();
  const id = zones.ids[row] ?? "";
  const evidence = useEvidence(id);
  const walks = useWalks();
  const shares = useMemo(() => (results ? zoneShares(view, results, row) : []), [view, results, row]);
  const { isEditing, begin, end, editButton } = useEditing(id);
  const aside = [...zoneAside(zones, row, t), ...useRowOrigin("zones", id)];
  const head = { label: t("evidence.zone"), title: rowName(zones, row), aside };
  if (isEditing) {
    return (
      <Drawer {...head} stale={false}>
        <ZoneForm zones={zones} row={row} onEnd={end} />
      </Drawer>
    );
  }
  return (
    <Drawer
      {...head}
      stale={stale}
      edit={{ button: editButton, onEdit: begin }}
      print={{ label: t("print.zone"), what: { kind: "zone", id } }}
    >
      <PlanAt view={view} place={{ zone: id }} />
      {evidence && results ? (
        <ZoneEvidencePanel
          of={evidence}
          nearest={nearestCare(view, results, parameters, row)}
          walks={walks && walkRemarks(walks, row, view, parameters.reach, t)}
          shares={shares}
          kindName={(kind) => text(kindName(kind))}
          onArea={(id) => select({ kind: "area", id })}
          onFacility={(id) => select({ kind: "facility", id })}
          onFill={begin}
          onMethod={() => useSession.setState({ method: { at: "standards" } })}
        />
      ) : (
        <p className="drawer-wait">{t("evidence.loading")}</p>
      )}
      <ZonePlacing zones={zones} row={row} />
    </Drawer>
  );
}

interface FormProps {
  readonly zones: ProjectView["zones"];
  readonly row: number;
  readonly onEnd: () => void;
}

function ZoneForm({ zones, row, onEnd }: FormProps) {
  const { t } = useWords();
  const desk = useDesk();
  const id = zones.ids[row] ?? "";
  const households = zones.households[row] ?? Number.NaN;
  // Stated ones stand in the field, so this is said beside an empty one alone.
  const estimated = Number.isNaN(households) ? undefined : t("editing.estimated", counted(households));
  return (
    <EditForm
      label={t("editing.zoneForm")}
      row={{ table: "zones", id }}
      groups={zoneGroups(t, { estimated, isDrawn: outlineOf(zones.shapes, row) !== undefined })}
      editOf={(typed) => ({ kind: "change-zone", id, typed: typed as Typed<ZoneField | PlaceField> })}
      onSave={(typed, onMade) => changeZone(desk, id, typed as Typed<ZoneField | PlaceField>, onMade)}
      onEnd={onEnd}
    />
  );
}
