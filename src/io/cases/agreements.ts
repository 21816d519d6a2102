import type { WrittenAgreement, WrittenEstateInput, WrittenFacility } from "./case-schema.ts";

/** An agreement with the place where it is written. */
export interface PlacedAgreement {
  readonly path: string;
  readonly agreement: WrittenAgreement;
}

/** Every agreement on the rooms of a facility: its own first, then those of the case that are about it. */
export function agreementsOn(input: WrittenEstateInput, facility: WrittenFacility): PlacedAgreement[] {
  const { facilities = [], agreements = [], poolingAgreement, settings } = input;
  const own = `facilities[${facilities.indexOf(facility)}]`;
  const site = facility.site ?? facility.zone ?? null;
  const ofCase = [
    ...agreements.map((each, i) => placed(`agreements[${i}]`, each)),
    ...placedIf("poolingAgreement", poolingAgreement),
    ...placedIf("settings.pooling", typeof settings?.pooling === "object" ? settings.pooling : undefined),
  ];
  return [
    ...placedIf(`${own}.pooling`, facility.pooling),
    ...placedIf(`${own}.poolingAgreement`, facility.poolingAgreement),
    ...ofCase.filter(({ agreement }) => covers(agreement, facility.id, site)),
  ];
}

export function zonesOf({ zones, estates, estateIds }: WrittenAgreement): readonly string[] {
  return zones ?? estates ?? estateIds ?? [];
}

/** An agreement that names no room is about those that stand in its estates. */
function covers(agreement: WrittenAgreement, id: string, site: string | null): boolean {
  if (agreement.facility !== undefined) return agreement.facility === id;
  return site !== null && zonesOf(agreement).includes(site);
}

function placedIf(path: string, agreement: WrittenAgreement | null | undefined): PlacedAgreement[] {
  return agreement ? [placed(path, agreement)] : [];
}

function placed(path: string, agreement: WrittenAgreement): PlacedAgreement {
  return { path, agreement };
}
