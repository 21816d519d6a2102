import type { Words } from "../zh.ts";

export const print: Words["print"] = {
  zone: "Print this zone",
  street: "Print this page",
  streets: "Print all subdistricts, a page each",
  zones: "Zones",
  need: "Need",
  no: "No.",
  others: "{{number}} more zones are not listed; see the list of zones.",
  leftOut: "{{number}} more subdistricts or towns have no zones in the data and no page.",
  "leftOut~one": "{{number}} more subdistrict or town has no zones in the data and no page.",
  mapOf: "Sketch of {{name}}",
  north: "N",
  internal:
    "For internal work; not approved for publication. Colour by verdict; hatched: data missing, dotted edge: estimated; square: elderly care, circle: childcare, diamond: community, hollow: not operating.",
  limits: "Walks: elderly care {{elderly}} m, childcare {{childcare}} m",
};
