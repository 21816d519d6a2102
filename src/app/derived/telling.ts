import type { ProjectView } from "../../../workers/protocol.ts";
import type { Choices, Parameters } from "../../core/analysis/parameters.ts";
import type { Text } from "../../core/standards/clause.ts";
import { packById, withCustomPacks } from "../../core/standards/standards.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { type FormField, zoneGroups } from "../../ui/editing/form-fields.ts";
import { siteGroups } from "../../ui/editing/site-fields.ts";
import type { Speech } from "../../ui/words.ts";
import { parametersInForce } from "./chosen-pack.ts";
import { facilityGroupsOf } from "./facility-groups.ts";
import { rowName } from "./row-name.ts";

/** What deeds are put into words with. */
export interface Telling extends Speech {
  readonly facilityFields: readonly FormField[];
  readonly zoneFields: readonly FormField[];
  readonly siteFields: readonly FormField[];
  readonly zoneName: (id: string) => string;
  /** The parameters in force where these are chosen. */
  readonly parametersOf: (choices: Choices) => Parameters;
  readonly packTitle: (id: string) => Text | undefined;
}

/** The words of the open document and of the page. */
export function tellingOf(
  view: Pick<ProjectView, "customPacks" | "pack"> & {
    readonly zones: Pick<ProjectView["zones"], "ids" | "names">;
  },
  speech: Speech,
): Telling {
  const { zones } = view;
  const shipped = shippedStandards();
  const standards = withCustomPacks(shipped, view.customPacks);
  const fieldsOf = (groups: ReturnType<typeof zoneGroups>) => groups.flatMap(({ fields }) => fields);
  return {
    ...speech,
    facilityFields: fieldsOf(facilityGroupsOf(speech, NO_ZONES, true)),
    zoneFields: fieldsOf(zoneGroups(speech.t, {})),
    siteFields: fieldsOf(siteGroups(speech.t, { facilities: [], zones: [] }, true)),
    zoneName: (id) => {
      const row = zones.ids.indexOf(id);
      return row < 0 ? id : rowName(zones, row);
    },
    parametersOf: (choices) => parametersInForce(choices, view, shipped),
    packTitle: (id) =>
      packById(standards, id)?.title ?? standards.overlays.find((overlay) => overlay.id === id)?.title,
  };
}

/** A zone is told by its name, not found in a list of all. */
const NO_ZONES = { ids: [], names: [] };
