import { FIRE_CLASSES, SITE_WAYS } from "../../core/model/site.ts";
import type { Speech } from "../words.ts";
import { type Choice, type FormGroup, flagChoices, moneyField } from "./form-fields.ts";

interface SiteChoices {
  readonly facilities: readonly Choice[];
  readonly zones: readonly Choice[];
}

/** The fields of a candidate site, its place among them: one that is dragged on the map is only tried elsewhere. */
export function siteGroups(
  t: Speech["t"],
  { facilities, zones }: SiteChoices,
  isNew: boolean,
): readonly FormGroup[] {
  const unit = (of: "m2" | "year") => ({ unit: t(`editing.unit.${of}`) });
  const flags = flagChoices(t);
  const kinds = KINDS.map((value) => ({ value, label: t(`editing.site.kinds.${value}`) }));
  const ways = SITE_WAYS.map((value) => ({ value, label: t(`editing.site.wayNames.${value}`) }));
  const classes = FIRE_CLASSES.map((value) => ({
    value: String(value),
    label: t(`editing.site.fireClasses.${FIRE_CLASS_NAMES[value]}`),
  }));
  return [
    {
      fields: [
        ...(isNew ? [{ column: "id" } as const] : []),
        { column: "name", wide: !isNew },
        { column: "lon", help: t("editing.site.place") },
        { column: "lat" },
        { column: "kind", choices: kinds },
        { column: "owner" },
        { column: "ways", choices: ways, several: true, help: t("editing.site.ways"), wide: true },
        { column: "usable_m2", ...unit("m2"), helpEmpty: t("editing.site.usable") },
        { column: "land_m2", ...unit("m2") },
        { column: "storey" },
        { column: "fire_class", choices: classes },
        { column: "fire_compliant", choices: flags },
        { column: "dense_area", choices: flags },
        { column: "title_certificate", choices: flags },
        { column: "expropriation_listed", choices: flags },
      ],
    },
    {
      title: t("editing.site.money"),
      fields: [
        { column: "cost", ...moneyField("once", t), help: t("editing.site.cost") },
        { column: "yearly_cost", ...moneyField("yearly", t), help: t("editing.site.yearly") },
        { column: "earliest", helpEmpty: t("editing.site.earliest") },
        { column: "usable_years", ...unit("year"), helpEmpty: t("editing.site.years") },
      ],
    },
    {
      title: t("editing.site.rooms"),
      fields: [
        { column: "enlarges", choices: facilities, help: t("editing.site.enlarges"), wide: true },
        { column: "zone", choices: zones, help: t("editing.site.zone"), wide: true },
      ],
    },
  ];
}

const KINDS = [
  ...(["vacant_land", "public_building", "commercial", "workshop"] as const),
  ...(["school", "kindergarten", "community_rooms", "other"] as const),
] as const;

const FIRE_CLASS_NAMES = { 1: "first", 2: "second", 3: "third", 4: "fourth" } as const;
