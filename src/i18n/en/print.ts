import type { Words } from "../zh.ts";

export const print: Words["print"] = {
  zone: "Print this zone",
  street: "Print this page",
  streets: "Print all subdistricts, a page each, largest gap first",
  zones: "Zones",
  need: "Need",
  no: "No.",
  ranked:
    "Zones by what they lack, most first (their parts of what is missing on this page, over all needs).",
  others:
    "The first {{listed}} zones by what they lack (their parts of what is missing on this page, over all needs); {{number}} more are in the list of zones.",
  zonesOfArea: "Zones (here / in all)",
  areas: "What stays short whatever the assignment, by whole areas.",
  areasBeyond: "{{number}} of them reach beyond this subdistrict; their figures include zones outside it.",
  "areasBeyond~one":
    "{{number}} of them reaches beyond this subdistrict; its figures include zones outside it.",
  areasMore: "{{number}} more that lack less are not listed.",
  "areasMore~one": "{{number}} more that lacks less is not listed.",
  leftOut: "{{number}} more subdistricts or towns have no zones in the data and no page.",
  "leftOut~one": "{{number}} more subdistrict or town has no zones in the data and no page.",
  mapOf: "Sketch of {{name}}",
  north: "N",
  marks:
    "dotted edge: estimated · square: elderly care, circle: childcare, diamond: community, hollow: not operating",
  places: "Circled numbers: measures of the plan, as in its table",
  internal: "For internal work; not approved for publication.",
  colon: ": ",
  limits: "Walks: elderly care {{elderly}} m, childcare {{childcare}} m",
};
