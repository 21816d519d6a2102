import { CHECK_STATUSES } from "../../core/model/check-status.ts";
import { ZONE_STAGES } from "../../core/model/residential-zone.ts";
import type { columns } from "../../i18n/zh/columns.ts";
import type { Speech } from "../words.ts";

/** A column of tables, or an outline, which tables have none for. */
export type FormColumn = keyof typeof columns | "outline";

export function columnName(column: FormColumn, t: Speech["t"]): string {
  return column === "outline" ? t("editing.outline") : t(`columns.${column}`);
}

/** A column that can be typed into, or chosen for. */
export interface FormField {
  readonly column: FormColumn;
  /** What can be chosen; absent where anything can be typed. */
  readonly choices?: readonly Choice[];
  /** Several can be chosen, in an order that means something; in its text they are apart by semicolons. */
  readonly several?: boolean;
  /** Something is to be chosen. */
  readonly required?: boolean;
  readonly unit?: string;
  /** It is money, typed in 万元: paid once, or every year. */
  readonly money?: "once" | "yearly";
  readonly help?: string;
  /** What follows from its being empty. */
  readonly helpEmpty?: string;
  readonly wide?: boolean;
  /** Several lines can be typed. */
  readonly lines?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Fields that belong together; those with a title are folded. */
export interface FormGroup {
  readonly title?: string;
  readonly fields: readonly FormField[];
}

interface FacilityChoices {
  readonly kinds: readonly Choice[];
  readonly statuses: readonly Choice[];
  readonly zones: readonly Choice[];
}

/** The fields of a facility. Only one that is new has a place among them: another is moved. */
export function facilityGroups(
  t: Speech["t"],
  { kinds, statuses, zones }: FacilityChoices,
  isNew: boolean,
): readonly FormGroup[] {
  const unit = (of: "m2" | "slot" | "bed" | "storey") => ({ unit: t(`editing.unit.${of}`) });
  const flags = flagChoices(t);
  const place: readonly FormField[] = [{ column: "lon", help: t("editing.place") }, { column: "lat" }];
  return [
    {
      fields: [
        ...(isNew ? [{ column: "id" } as const] : []),
        { column: "name", wide: !isNew },
        { column: "kind", choices: kinds, required: true, wide: true },
        { column: "status", choices: statuses },
        { column: "storey", ...unit("storey") },
        ...(isNew ? place : []),
        { column: "elderly_m2", ...unit("m2") },
        { column: "childcare_m2", ...unit("m2") },
        { column: "community_m2", ...unit("m2") },
        { column: "slots", ...unit("slot") },
        { column: "beds", ...unit("bed") },
        { column: "registered", choices: flags },
        { column: "inclusive", choices: flags },
        { column: "shared", choices: flags },
        { column: "zone", choices: zones, help: t("editing.whose"), wide: true },
        { column: "phone" },
        { column: "hours" },
        { column: "source" },
        { column: "date" },
        { column: "checked", choices: checkChoices(t) },
      ],
    },
    {
      title: t("editing.more"),
      fields: [
        { column: "total_m2", ...unit("m2") },
        { column: "land_m2", ...unit("m2") },
        { column: "nursing_beds", ...unit("bed") },
        { column: "dense_area", choices: flags },
        { column: "fire_compliant", choices: flags },
        { column: "address", wide: true },
        { column: "street" },
        { column: "community" },
        { column: "admin_code" },
      ],
    },
    {
      title: t("editing.pooling"),
      fields: [
        { column: "pooled_with", help: t("editing.ids"), wide: true },
        { column: "pooling_approved_by" },
        { column: "pooling_date" },
      ],
    },
    {
      title: t("editing.toCome"),
      fields: [
        { column: "investment", ...moneyField("once", t), helpEmpty: t("editing.investmentUnsaid") },
        { column: "opens", helpEmpty: t("editing.opensUnsaid") },
      ],
    },
  ];
}

/** What of a zone decides which fields it has, besides those of every zone. */
interface ZoneForm {
  /** Its households, where they are estimated. */
  readonly estimated?: string | undefined;
  /** It is to be added: whatever else it is can be said besides. */
  readonly isNew?: boolean;
  /** It has an outline, which says where it lies. */
  readonly isDrawn?: boolean;
  /** Names of the 街道 that are known. */
  readonly streets?: readonly string[];
  /** Standards of which one can be chosen for it. */
  readonly packs?: readonly Choice[];
}

/** The fields of a zone. */
export function zoneGroups(
  t: Speech["t"],
  { estimated, isNew = false, isDrawn = false, streets = [], packs = [] }: ZoneForm,
): readonly FormGroup[] {
  const people = { unit: t("editing.unit.person") };
  const flags = flagChoices(t);
  const bases = (["resident", "hukou", "planned"] as const).map((value) => ({
    value,
    label: t(`editing.residentsBasis.${value}`),
  }));
  const statuses = (["new", "existing"] as const).map((value) => ({
    value,
    label: t(`judging.zoneStatus.${value}`),
  }));
  const point: readonly FormField[] = [{ column: "lon", help: t("editing.zonePoint") }, { column: "lat" }];
  const outline: FormField = { column: "outline", lines: true, wide: true, help: t("editing.outlineHelp") };
  return [
    {
      fields: [
        ...(isNew ? [{ column: "id" } as const] : []),
        { column: "name", wide: !isNew },
        ...(isNew ? [outline] : []),
        { column: "status", choices: statuses },
        { column: "old_estate", choices: flags },
        {
          column: "households",
          unit: t("editing.unit.household"),
          ...(estimated !== undefined && { helpEmpty: estimated }),
        },
        { column: "residents", ...people },
        { column: "residents_basis", choices: bases },
        { column: "in_renewal", choices: flags },
        { column: "elderly60", ...people },
        { column: "under3", ...people },
        ...(isNew
          ? ([
              {
                column: "street",
                helpEmpty: t("editing.streetByPlace"),
                ...(streets.length > 0 && { choices: streets.map((value) => ({ value, label: value })) }),
              },
              { column: "community" },
              { column: "admin_code", helpEmpty: t("editing.codeByPlace") },
            ] as const)
          : []),
        { column: "source" },
        { column: "date" },
        { column: "checked", choices: checkChoices(t) },
      ],
    },
    {
      title: t("editing.more"),
      fields: [
        ...(isNew
          ? []
          : ([
              { column: "district" },
              { column: "street" },
              { column: "community" },
              { column: "admin_code" },
            ] as const)),
        { column: "residential_m2", unit: t("editing.unit.m2") },
        {
          column: "stage",
          choices: ZONE_STAGES.map((value) => ({ value, label: t(`editing.stage.${value}`) })),
        },
        { column: "grant_date" },
        { column: "remediation_start" },
        ...(packs.length > 0 ? [{ column: "pack", choices: packs, wide: true } as const] : []),
      ],
    },
    {
      title: t("editing.whereItLies"),
      fields: [...(isNew ? [] : [outline]), ...(isDrawn ? [] : point)],
    },
  ];
}

function checkChoices(t: Speech["t"]): readonly Choice[] {
  return CHECK_STATUSES.map((value) => ({ value, label: t(`judging.checkStatus.${value}`) }));
}

/** What is typed in the unit of files; it is told as all money is. */
export function moneyField(money: "once" | "yearly", t: Speech["t"]): Pick<FormField, "money" | "unit"> {
  return { money, unit: t(money === "once" ? "editing.unit.money" : "editing.unit.moneyYear") };
}

export function flagChoices(t: Speech["t"]): readonly Choice[] {
  return (["yes", "no"] as const).map((value) => ({ value, label: t(`editing.${value}`) }));
}
