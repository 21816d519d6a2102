import type { FunctionalArea } from "../model/facility.ts";
import type { Metric } from "../standards/rule.ts";
import type { Provider } from "../supply/capacity.ts";
import type { CaseFacility } from "./case.ts";
import { stated } from "./stated.ts";

/** A facility of a case as the supply asks it. */
export function providerOf(facility: CaseFacility): Provider {
  const areas: FunctionalArea[] = [];
  const unstated: Metric[] = [];
  const room = (subject: FunctionalArea["subject"], metric: Metric, area: number | null | undefined) => {
    if (typeof area === "number") areas.push({ subject, area });
    else if (area === null) unstated.push(metric);
  };
  room("elderly", "elderly_building_area", facility.elderlyAreaM2);
  room("childcare", "childcare_building_area", facility.childcareAreaM2);
  room("community", "community_centre_building_area", facility.communityAreaM2);
  const {
    totalAreaM2: totalArea,
    slots,
    beds,
    landAreaM2,
    kind,
    name,
    lng,
    lat,
    storey,
    denseArea,
    fireCompliant,
  } = facility;
  const { registered, inclusive, id, status, pooling } = facility;
  if (slots === null) unstated.push("childcare_slots");
  if (beds === null) unstated.push("beds");
  if (landAreaM2 === null) unstated.push("elderly_land_area", "elderly_childcare_land_area");
  return {
    id,
    areas,
    unstated,
    unknown: (["kind", "storey", "registered"] as const).filter((fact) => facility[fact] === null),
    ...stated({ kind, name, totalArea, slots, beds, landArea: landAreaM2, storey, denseArea, fireCompliant }),
    ...stated({ status, registered, inclusive, zone: facility.site, pooling }),
    ...(typeof lng === "number" && typeof lat === "number" && { at: { lng, lat } }),
  };
}
