import type { Words } from "../zh.ts";

export const parameters: Words["parameters"] = {
  title: "Parameters",
  summary: "Walk {{elderly}} / {{childcare}} · detour {{detour}} · {{supply}}",
  profiles: { elderly: "Elderly person", carer_with_infant: "Carer with infant", adult: "Adult" },
  limitElderly: "Walk to elderly care",
  limitChildcare: "Walk to childcare",
  limitAdult: "Walk of an adult (for reference)",
  detour: "Detour factor",
  detourHelp: "Walking distance = straight line × factor",
  decidesElderly: "Elderly care by",
  decidesChildcare: "Childcare by",
  supply: "Supply",
  supplies: {
    onsite: "Own rooms only",
    fair: "Fair allocation (worst off first)",
    floating: "Shared within reach (screening)",
    catchment: "All within reach (double counting, screening)",
  },
  offsite: "Rooms off site",
  offsites: {
    circle: "Anywhere in the circle",
    "circle-and-community": "In the circle and the same community",
  },
  conflict: "Where clauses differ",
  conflicts: { flag: "Needs a ruling", strict: "Strictest", clause: "The binding clause" },
  reset: "Back to defaults",
  assumptions: "Walks and detour are not in the documents; they can be set and are printed with the result.",
};
