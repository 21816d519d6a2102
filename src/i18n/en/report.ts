import type { Words } from "../zh.ts";

export const report: Words["report"] = {
  title: "Report of shortages and plan",
  summary: "1 What is short",
  streets: "2 Subdistricts, those that lack most first",
  map: "3 Where something is planned",
  tiers: "4 Units without the facility of their tier",
  plan: "5 The plan",
  unknown: "6 To be checked, and not used",
  concerned:
    "{{number}} zones lack something: residents {{residents}}, aged 60 and over {{elderly}}, under 3 {{infants}}.",
  "concerned~one":
    "One zone lacks something: residents {{residents}}, aged 60 and over {{elderly}}, under 3 {{infants}}.",
  status: "Zones",
  estates: { existing: "existing", new: "new", unstated: "not stated" },
  covered:
    "{{subject}}: {{share}} of people have a facility within {{limit}} on foot (in reach, which is not enough).",
  deadline: "{{rule}}: to be made good within {{years}} years; the document does not say from when.",
  beforeAfter: "now → with the plan",
  tier: "{{title}}: {{number}} of {{all}} ({{level}}) have none ({{names}}).",
  asked: "{{asked}}. {{status}}.",
  proof:
    "Shortages are what no assignment can serve; “for certain” is what is missing even if all data in doubt are in its favour.",
  costs:
    "Where a place states no cost it is estimated at assumed rates. Settle them by local costs before use.",
  nothingDone: "The plan has no measures.",
  from: "from {{year}}",
  lasting: "for {{years}} years",
  silent: "{{number}} zones without households, people, place or status took no part.",
  "silent~one": "One zone without households, people, place or status took no part.",
  open: "{{number}} of {{all}} zones need a ruling, or the documents give no number for them.",
  "open~one": "One of {{all}} zones needs a ruling, or the documents give no number for it.",
  method:
    "Method, parameters and clauses are on the method page; results clause by clause in the exported tables.",
  columns: {
    required: "Required",
    missing: "Missing",
    perhaps: "in doubt",
    zonesShort: "Zones short / judged",
    zonesSilent: "Without data",
    measures: "Measures",
    before: "Missing now",
    certainBefore: "for certain",
    after: "With the plan",
    certainAfter: "for certain",
    what: "Measure and size",
    cost: "Cost (万元)",
    yearly: "A year (万元)",
    years: "When",
    zones: "Zones served",
    areas: "Area shortages relieved",
    conditions: "To be checked",
  },
  ofStreet: "Measures in this subdistrict",
};
