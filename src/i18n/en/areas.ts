import type { Words } from "../zh.ts";

export const areas: Words["areas"] = {
  name: "Area {{number}}",
  drawer: "Shortage area",
  search: "Find by subdistrict or zone",
  empty: "Nothing is short: all {{zones}} zones have what they need.",
  notFair:
    "Shortage areas need the fair allocation: every facility is counted once and the worst-served zones come first, which shows what stays short whatever the assignment. The method in use is “{{supply}}”.",
  useFair: "Switch to fair allocation",
  noNumber:
    "For {{subject}}, the standard gives no number for existing zones, or no zone can take part, so there are no shortage areas.",
  notSupplied:
    "No facilities yet, so shortage areas cannot be worked out. Drop their table on the page, or choose Import data.",
  working: "Calculating…",
  legend: "Outlined: zones in shortage areas",
  legendChosen: "Outlined: zones of this area; ringed: facilities they can reach",
  listed: "What is listed",
  lists: { areas: "Areas", bottlenecks: "Bottlenecks", surplus: "Surplus" },
  searchFacilities: "Find by facility or zone",
  roomFailed: "Not worked out: {{what}}",
  bottlenecks: {
    summary: "{{metric}}: {{number}} facilities are full, and zones that reach them are still short.",
    "summary~one": "{{metric}}: {{number}} facility is full, and zones that reach it are still short.",
    meaning:
      "“Would serve”: with {{amount}} more at this place alone, in all zones together, also those further off that then find room elsewhere; so it may be more than is “short around”. ",
    kept: "{{number}} more are left out: the zone they belong to would keep what is added.",
    "kept~one": "{{number}} more is left out: the zone it belongs to would keep what is added.",
    none: "{{metric}}: no bottlenecks; no zone is short.",
    allElsewhere:
      "{{metric}}: no bottleneck to enlarge; the zones that are short reach no other facility and need new ones.",
    served: "Would serve",
    servedHelp:
      "With more at this place alone, in all zones together; also what other places then have to spare for zones further off",
    share: "Least met",
    lack: "Short around",
    lackHelp: "What the zones that reach this place lack now, together",
    first: "First to gain",
    firstMore: "{{names}} and others, {{number}} zones",
  },
  surplus: {
    summary:
      "{{metric}}: whatever the assignment, {{open}} stay unused; no zone that is short reaches these {{number}} facilities.",
    "summary~one":
      "{{metric}}: whatever the assignment, {{open}} stay unused; no zone that is short reaches this {{number}} facility.",
    meaning:
      "Where it is depends on the assignment, the total does not; listed by the one of the least walking. ",
    kept: "Zones keep another {{kept}} to themselves that they do not need.",
    none: "{{metric}}: no surplus; all that is open to others is used.",
    room: "Unused",
    open: "Open to others",
  },
  columns: {
    area: "Area",
    metric: "What",
    streets: "Subdistricts",
    share: "Least met",
    need: "Needed",
    capacity: "Within reach",
  },
  streetsMore: "{{name}}, {{number}} in all",
  summary: "{{metric}}: {{missing}} short in {{number}} areas, whatever the assignment.",
  "summary~one": "{{metric}}: {{missing}} short in {{number}} area, whatever the assignment.",
  summaryDoubt:
    "{{metric}}: {{missing}} short in {{number}} areas; {{certain}} of it whatever the assignment, the rest once doubts are settled.",
  "summaryDoubt~one":
    "{{metric}}: {{missing}} short in {{number}} area; {{certain}} of it whatever the assignment, the rest once doubts are settled.",
  enough: "{{metric}}: no zone is short.",
  states: "{{zones}} zones: ",
  state: {
    none: "{{number}} not allocated",
    served: "{{number}} served",
    full: "{{number}} reachable but full",
    "out-of-reach": "{{number}} out of reach",
  },
  sentence:
    "{{area}}: {{zones}} zones need {{need}}; all facilities they can reach hold {{capacity}}; whatever the assignment, {{missing}} stay missing.",
  "sentence~one":
    "{{area}}: {{zones}} zone needs {{need}}; all facilities it can reach hold {{capacity}}; whatever the assignment, {{missing}} stay missing.",
  sentenceDoubt:
    "{{area}}: {{zones}} zones need up to {{need}}; of all facilities they can reach {{capacity}} counts for sure; {{missing}} are missing. With every doubt in their favour, {{certain}} stay missing whatever the assignment.",
  "sentenceDoubt~one":
    "{{area}}: {{zones}} zone needs up to {{need}}; of all facilities it can reach {{capacity}} counts for sure; {{missing}} are missing. With every doubt in its favour, {{certain}} stay missing whatever the assignment.",
  sentenceOpen:
    "{{area}}: {{zones}} zones need up to {{need}}; of all facilities they can reach {{capacity}} counts for sure; {{missing}} are missing. Data are in doubt: once they are settled it may turn out that nothing is missing.",
  "sentenceOpen~one":
    "{{area}}: {{zones}} zone needs up to {{need}}; of all facilities it can reach {{capacity}} counts for sure; {{missing}} are missing. Data are in doubt: once they are settled it may turn out that nothing is missing.",
  bySure: "By what is sure: ",
  sentenceNone:
    "{{area}}: {{zones}} zones need {{need}} and can reach no facility that counts; {{missing}} are missing.",
  "sentenceNone~one":
    "{{area}}: {{zones}} zone needs {{need}} and can reach no facility that counts; {{missing}} are missing.",
  held: "{{number}} facilities hold {{held}}; {{reserved}} of it goes first to their own zones outside the area, which leaves {{capacity}}.",
  "held~one":
    "{{number}} facility holds {{held}}; {{reserved}} of it goes first to its own zones outside the area, which leaves {{capacity}}.",
  wholeSlots: "Slots are worked out in fractions and not rounded first.",
  cores: "Parts of it that are shorter still",
  core: "The tightest {{zones}} zones need {{need}}; the facilities they can reach hold {{capacity}}; {{missing}} stay missing; {{share}} met",
  "core~one":
    "The tightest {{zones}} zone needs {{need}}; the facilities it can reach hold {{capacity}}; {{missing}} stay missing; {{share}} met",
  coreMore:
    "{{zones}} zones need {{need}}; the facilities they can reach hold {{capacity}}; {{missing}} stay missing; at most {{share}} met",
  "coreMore~one":
    "{{zones}} zone needs {{need}}; the facilities it can reach hold {{capacity}}; {{missing}} stay missing; at most {{share}} met",
  zones: "Zones",
  zone: { need: "Needed", served: "Given", share: "Met" },
  shortness: { none: "not short", alone: "short by itself", together: "short together" },
  shortnessHelp: {
    none: "it has all that it needs",
    alone: "short even with all that it reaches to itself",
    together: "what it reaches would do for it alone, but not for all zones of the area",
  },
  facilities: "All facilities within reach",
  facility: { capacity: "Holds", load: "Given out", reserved: "Own zones first" },
  noFacilities: "No facility counts: none within the walk, and none of its own.",
  more: "{{number}} more",
  less: "Fewer",
  showSums: "Show the totals",
  hideSums: "Hide the totals",
  checks: "Check",
  reAdd: "Check the sums",
  reAddHelp: "Adds the figures of the results up again, without allocating anything.",
  reshuffle: "Shuffle and recompute",
  reshuffleHelp:
    "Puts zones and facilities in another order, allocates from the beginning, and compares everything with the results.",
  reAdded:
    "Checked {{zones}} zones, {{facilities}} facilities, {{links}} walks and {{areas}} areas: all agree",
  reshuffled:
    "Allocated from the beginning in another order: the shares of {{zones}} zones and the shortages of {{areas}} areas all agree ({{facilities}} facilities, {{links}} walks)",
  disagree: "{{number}} do not agree:",
  "disagree~one": "{{number}} does not agree:",
  disagreeMore: "{{number}} more",
  expected: "should be {{expected}}, is {{found}}",
  checkFailed: "Not checked to the end: {{what}}",
  checkStopped: "Stopped before everything was checked.",
  place: {
    zones: "zone “{{name}}”",
    facilities: "facility “{{name}}”",
    links: "“{{name}}”",
    areas: "the area around “{{name}}”",
  },
  wrong: {
    "zones-are-those-asked": "not the zones that take part",
    "need-is-what-is-asked": "the need is not what the standard asks for",
    "kept-adds-up": "what its own zones keep does not add up",
    "capacity-adds-up": "what it holds does not add up",
    "load-adds-up": "what it gives out does not add up",
    "held-less-kept-is-open": "what facilities hold less what their own zones keep is not what is left",
    "flow-is-no-debt": "a negative amount is given",
    "flows-add-up-to-served": "what facilities give it is not what it has",
    "share-is-served-of-need": "its share is not what it has of what it needs",
    "share-is-a-part": "its share is not between 0 and 1",
    "flows-add-up-to-load": "what zones are given of it is not what it gives out",
    "load-within-capacity": "it gives out more than it holds",
    "room-goes-to-the-short": "it has room, though a zone that reaches it is short",
    "served-are-the-least-served": "it serves a zone that is better off first",
    "all-reached-are-named": "a facility within reach is left out",
    "all-named-are-reached": "a facility beyond reach is listed",
    "members-are-named-once": "a zone or facility is listed twice",
    "certificate-hangs-together": "it does not hang together",
    "certificate-need-adds-up": "the needs do not add up",
    "certificate-capacity-adds-up": "what is within reach does not add up",
    "missing-is-the-difference": "what is missing is not need less what is within reach",
    "something-is-missing": "it is listed but not short",
    "share-is-the-highest-in-it": "its share is not the highest in it",
    "certificates-are-nested": "it cuts across another",
    "maximal-is-in-no-other": "what it is part of is wrong",
    "share-is-what-there-is": "the share is not what there is of what is needed",
    "short-zone-has-its-certificate": "a short zone is in no area, or one that is not short is",
    "maximal-add-up-to-missing": "the areas do not add up to all that is missing",
    "share-is-the-same": "the share is another in another order",
    "area-is-there-again": "the area is another in another order",
  },
};
