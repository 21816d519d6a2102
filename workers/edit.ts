import type { FacilityId, PackId, SiteId, ZoneId } from "../src/core/base/ids.ts";
import type { LngLat } from "../src/core/geo/lng-lat.ts";
import type { ZonePlace } from "../src/core/model/edits/place-zone.ts";
import type { FacilityStatus } from "../src/core/model/facility.ts";
import type { Patch } from "../src/core/model/patch.ts";
import type { StreetChange } from "../src/core/network/changed-streets.ts";
import type { RulePack } from "../src/core/standards/rule-pack.ts";
import type { FacilityField } from "../src/io/typed/typed-facility.ts";
import type { Typed } from "../src/io/typed/typed-row.ts";
import type { TypedRows } from "../src/io/typed/typed-rows.ts";
import type { SiteField } from "../src/io/typed/typed-site.ts";
import type { NewZoneField, ZoneField } from "../src/io/typed/typed-zone.ts";
import type { PlaceField } from "../src/io/typed/typed-zone-place.ts";

/** A change of the open document, as a screen asks for it. */
export type Edit =
  | { readonly kind: "move-facility"; readonly id: FacilityId; readonly to: LngLat }
  /** `typed`: what was typed for columns, judged as in a file; of a change those alone that are different. */
  | { readonly kind: "add-facility"; readonly typed: Typed<FacilityField | "id"> }
  | { readonly kind: "change-facility"; readonly id: FacilityId; readonly typed: Typed<FacilityField> }
  | { readonly kind: "close-facility"; readonly id: FacilityId }
  /** `status`: what it was before it was closed, where that is known. */
  | { readonly kind: "reopen-facility"; readonly id: FacilityId; readonly status?: FacilityStatus }
  | { readonly kind: "delete-facility"; readonly id: FacilityId }
  | { readonly kind: "add-site"; readonly typed: Typed<SiteField | "id"> }
  | { readonly kind: "change-site"; readonly id: SiteId; readonly typed: Typed<SiteField> }
  | { readonly kind: "delete-site"; readonly id: SiteId }
  | { readonly kind: "add-zone"; readonly typed: Typed<NewZoneField | PlaceField> }
  | { readonly kind: "change-zone"; readonly id: ZoneId; readonly typed: Typed<ZoneField | PlaceField> }
  | { readonly kind: "place-zone"; readonly id: ZoneId; readonly place: ZonePlace }
  | { readonly kind: "delete-zone"; readonly id: ZoneId }
  /** Cells that cannot be as typed forbid the others (`refused: "all"`), or only themselves; issues tell which. */
  | ({ readonly kind: "change-rows"; readonly refused: "all" | "alone" } & TypedRows)
  | { readonly kind: "change-street"; readonly change: StreetChange }
  /** Takes back the change of this number, from 0. */
  | { readonly kind: "restore-street"; readonly at: number }
  /** Whether two rows are one facility. */
  | {
      readonly kind: "rule-duplicate";
      readonly facilities: readonly [FacilityId, FacilityId];
      readonly same: boolean;
    }
  /** Standards of the user's own are taken in, in place of those of the same id. */
  | { readonly kind: "keep-pack"; readonly pack: RulePack }
  /** `chosen`: the pack that the screen judges all zones by. */
  | { readonly kind: "remove-pack"; readonly id: PackId; readonly chosen?: PackId }
  | { readonly kind: "apply"; readonly patch: Patch };
