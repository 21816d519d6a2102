import type { Words } from "../zh.ts";

export const method: Words["method"] = {
  title: "Method",
  open: "Method",
  print: "Print the method",
  contents: "Contents",
  lead: "This page is made from the standards and parameters in force and changes with them. Clauses are paraphrased; the documents themselves decide.",
  stale:
    "A parameter has just changed and the results are being worked out; the counts below are from before.",
  parts: {
    verdicts: "Verdicts",
    standards: "Standards in use",
    counted: "Which facilities count",
    people: "People and households",
    circle: "Walks and the living circle",
    supply: "How supply is shared",
    parameters: "Parameters in force",
    data: "Quality of the data",
    recompute: "How to check the results",
    limits: "Limits of this version",
  },
  verdicts: {
    intro:
      "There are {{number}} verdicts, the worst first. A zone has the worst of its binding rules; one that misses a target has at best “{{notes}}”; encouraged and related rules are only reported. A subdistrict, district or other unit that misses a target has “{{fail}}”.",
    now: "{{number}} zones now",
    "now~one": "{{number}} zone now",
    rules: {
      unknown: "Unknown is not zero. Nothing passes on missing households, areas, states or registrations.",
      exact:
        "Numbers are compared as exact decimals, not rounded first; required slots and beds are rounded up only where they are shown.",
      conflict: "Where rules on one matter disagree, the setting now is “{{conflict}}”.",
      sensitive:
        "Where what counts can be read in two ways and the verdict turns on it, the zone is marked and does not pass.",
      estimated: "Estimates are marked everywhere: a verdict that rests on one is at best “{{estimated}}”.",
      borrowed: "Standards used outside their place are marked as borrowed.",
    },
  },
  standards: {
    none: "No standards are in use: the zones have no administrative code and none were chosen.",
    intro:
      "Each rule with what it requires, its formula, weight and clause. Yearly targets are those of {{year}}; drafts and plan periods that have ended are named on top of the page.",
    yearLatest: "the latest year stated",
    year: "{{year}}, or the last year stated before it",
    formula: "Formula",
    notYet: "no target yet in the year chosen; nothing is asked",
    byPaper: "checked by procedure or wording; there is no formula",
    ambiguities: "Where the document can be read in several ways",
    ambiguitiesHelp: "On the left what the document leaves open, on the right how it is read here.",
    national: "National norms (for comparison, they decide nothing)",
    overlay: "Additional standards",
  },
  bases: {
    households: "households",
    residents: "residents",
    elderly60: "people aged 60 and over",
    urban_residents: "urban residents",
  },
  counts: {
    facility_count: "facilities of these kinds",
    registered_childcare_institutions: "registered childcare institutions",
    new_communities_with_inclusive_childcare_per_year:
      "communities newly given inclusive childcare in the year",
  },
  shares: {
    share_units_with: "units with such a facility ÷ all units",
    nursing_bed_share: "nursing beds ÷ all beds",
    inclusive_slot_share: "inclusive slots ÷ all slots",
  },
  units: { m: "m", m2: "m²", person: "people", dwelling: "dwellings", bed: "beds", child: "children" },
  storey: "storey",
  walk: "walking time",
  counted: {
    intro:
      "Which kinds and states count toward which measure is a table of the standards. A room serves one purpose once; facilities that seem to be registered twice (within {{metres}}, with one name, or of one kind and zone with names alike or the same amounts) count once, at the smaller figure, until somebody decides.",
    scenario: "Other states were chosen to count ({{statuses}}): the results are a scenario.",
    reasons: "Why something does not count",
    reasonsHelp: "The evidence of a zone gives one of these for each facility left out.",
  },
  people: {
    intro:
      "People are as the data states them, and whether a number is resident, registered, planned or estimated is said with it. Where only households are known, both ends of the persons per household are worked out: if the upper end passes, the verdict is “{{passEstimated}}”; if the lower end fails, “{{fail}}”; else “{{insufficient}}”, with the number of people up to which it would pass.",
    coefficient: "{{low}} to {{high}} persons per household",
    coefficientFrom: "Lower end: {{low}}; upper end: {{high}}",
    households:
      "Households can be estimated from land: area × floor-area ratio ÷ floor area per household. Such households are marked as estimated.",
    covered:
      "People the circle covers: {{subject}} by {{base}}, now {{covered}} of {{total}}; {{without}} zones have no such number and are left out.",
    estimated: "Of {{all}} zones now, {{number}} have a verdict that rests on an estimate.",
  },
  circle: {
    intro:
      "A facility is within reach if the walk from the zone is no longer than the limit, the limit included, unrounded. The walk starts at the first of these that the data has: {{origins}}.",
    straight:
      "Walking distance = straight line (geodesic on the ellipsoid) × detour factor {{detour}}; an estimate.",
    from: {
      entrances: "its entrances",
      crossings: "where streets cross its outline",
      buildings: "its buildings",
      sample: "points spread over its ground",
      point: "its point",
    },
    network:
      "Walking distance = from the start to the nearest street that may be walked + along the streets + from there to the facility, all of it counted. A place farther than {{cap}} from the next street is not connected: nobody reaches a facility there, and what a zone there reaches is not known.",
    equivalent:
      "Who may walk where depends on who walks: motorways, private ways and closed gates are not walked; steps and the like count as longer. Those equivalent metres decide, real metres are told beside them.",
    columns: { who: "Who walks", limit: "Limit", decides: "Decides the reach of" },
    decides: "{{subject}}",
    beside: "for reference",
    minutes:
      "The circle of the standards: {{minutes}} minutes. Time is only a description, the limit decides; the documents do not say how one becomes the other.",
    target: "Rules of the circle: they pass where {{share}} of the people are covered.",
    noTarget:
      "Rules of the circle only report what is covered: the documents set no share that passes, and none is set among the parameters.",
    isNot: "What the circle is not",
    not: {
      supply:
        "Not supply. Within reach does not mean there is a place: a new estate is judged on what is built in it, whatever stands nearby.",
      route:
        "Not a route. Rivers, railways, walls and crossings are not seen; the circle on the map illustrates, the distance decides.",
      catchment:
        "Not a catchment. One facility can lie in the circles of many zones; who uses it is a matter of how supply is shared.",
      document:
        "Not in the documents. Limits and detour are common practice, can be set, and are printed with the results.",
    },
  },
  supply: {
    intro:
      "Whether rooms off site count for existing zones, and how they are shared, is the method of supply; new zones are judged on their own rooms alone.",
    now: "in use",
    notYet: "not in this version",
    of: {
      onsite:
        "A zone's own rooms, and those an agreement gives it. Other facilities within reach are listed as not counted, with the reason.",
      fair: "Rooms off site are shared among the zones within reach so that the worst served has as much as possible, then the next. Each square metre and slot is used once.",
      floating:
        "Each facility is spread over the zones within reach in proportion to their need, and a zone adds up what it gets. Nobody has settled whose it is, so it is for screening and never passes.",
      catchment:
        "Everything in the circle counts for every zone, the same facility many times. For screening; it never passes.",
    },
    offsite: "Rooms off site now count by “{{offsite}}”.",
    surplus:
      "What one zone has over does not fill another's lack: lacks are worked out zone by zone, then added.",
  },
  parameters: {
    intro: "All parameters that the results on screen were worked out by.",
    columns: { name: "Parameter", value: "Now", from: "From" },
    from: { set: "set in this project", pack: "the standards in use", usual: "default" },
    byPlace: "by place",
    latest: "latest stated",
    byStandards: "as the standards say",
    none: "none",
    notSet: "not set",
  },
  data: {
    intro:
      "Every row read is used, repaired and used, or refused, and the three add up to the rows read; repairs and refusals are told row by row with reason and mend.",
    asOf: "Data as of {{date}}.",
    asOfUnknown: "The data does not state its date.",
    invented: "{{number}} facilities are invented demo data.",
    "invented~one": "{{number}} facility is invented demo data.",
    issues: "There are {{number}} notes about the data now, listed at the foot of the page.",
    "issues~one": "There is {{number}} note about the data now, listed at the foot of the page.",
    datum:
      "The coordinate system must be stated or shown by the data itself; where it is not clear, that is said and nothing is shifted in silence.",
    names: "Names and words of files are shown as text and nothing else.",
  },
  recompute: {
    intro:
      "The result number is worked out from the contents of data, parameters and standards: where the three are the same, so is the number, whatever the order of rows, the time or the machine.",
    key: "Result number",
    program: "Version of the program",
    standards: "Versions of the standards",
    steps: {
      save: "Save the project. The file holds data, parameters and standards of your own.",
      open: "Open it on another machine: the number at the foot of the page must be the one here.",
      command: "Or work it out and check it on the command line:",
    },
    verify:
      "The check adds the written results up again by itself and holds them to their digests; one wrong figure is an error.",
    none: "There are no results yet.",
  },
  limits: {
    straight: "Walks are a straight line × detour; streets are not walked along.",
    onsite: "“{{onsite}}” leaves rooms off site within reach out of account; “{{fair}}” shares them out.",
    fair: "Existing zones of which people or place are not known take no part in the fair allocation; a facility that part of a zone reaches may serve all of it.",
    duties:
      "Rules of procedure (building in step, use of existing stock) are listed, not reviewed case by case.",
    boundaries:
      "A unit without a boundary is known by the subdistrict and community that rows name; a wrong name makes a wrong sum.",
    paraphrase:
      "Clauses are paraphrased. Before anything official, compare with the document and its present version.",
    draft: "“{{title}}”: {{status}}.",
    expired: "“{{title}}”: the plan period ended on {{date}}.",
    unspecified:
      "“{{title}}” gives no number in {{number}} rules; what they judge is “{{verdict}}”, which is not the same as nothing short.",
    "unspecified~one":
      "“{{title}}” gives no number in {{number}} rule; what it judges is “{{verdict}}”, which is not the same as nothing short.",
  },
};
