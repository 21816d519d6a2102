import type { Words } from "../zh.ts";

export const effect: Words["effect"] = {
  title: "Effect on neighbours",
  closing: "Effect of closing on neighbours",
  reopening: "Effect of reopening on neighbours",
  deleting: "Effect of deleting on neighbours",
  moving: "Effect of moving here on neighbours",
  ask: "Work out the effect",
  rest: "Rest a moment, and the effect here is worked out.",
  help: "Tells which zones would get more and which less; the data stay as they are.",
  triedArea: "No rooms stated yet: tried with 100 m² for the elderly.",
  triedSlots: "No rooms stated yet: tried with 100 m² and 10 slots of childcare.",
  refused: "It cannot be worked out yet: {{why}}",
  failed: "It was not worked out. Try again.",
  none: "Every zone gets as much as before",
  gaining: "{{number}} zones get {{amount}} more",
  "gaining~one": "{{number}} zone gets {{amount}} more",
  losing: "{{number}} zones get {{amount}} less",
  "losing~one": "{{number}} zone gets {{amount}} less",
  and: ", ",
  missing: {
    less: "{{what}} falls from {{before}} to {{after}}",
    more: "{{what}} rises from {{before}} to {{after}}",
    same: "{{what}} stays {{after}}",
  },
  lack: { areas: "what shortage areas lack", all: "what all zones lack" },
  doubtful:
    "{{zones}} could no longer be judged: what would count for them is in doubt. The above counts only what is sure.",
  "doubtful~one":
    "{{zones}} could no longer be judged: what would count for it is in doubt. The above counts only what is sure.",
  areasAlone:
    "What shortage areas lack, going by rooms that count for sure: missing whatever the assignment, of the zones that take part in it, what is in doubt included. The note after a change tells what all zones lack, new estates among them, which is another sum.",
  uncounted:
    "Reason: this facility is “{{status}}”; for existing zones only {{counted}} ones count. To try it as built, choose otherwise which statuses count, among the parameters.",
  uncountedUnknown: "Reason: the status of this facility is not stated, so it cannot be counted.",
  served: "{{served}}.",
  sentence: "{{served}}; {{missing}}.",
  losers: "Zones that get less",
  gainers: "Zones that get more",
  others: "Zones that are themselves changed",
  fromTo: "{{before}} → {{after}}",
  unknown: "none",
  more: "{{number}} more zones",
  "more~one": "{{number}} more zone",
  dissolved: "Shortage area gone: {{zones}} ({{missing}} short before)",
  formed: "New shortage area: {{zones}} ({{missing}} short)",
  zones: "{{names}} and others, {{number}} zones",
  between: ", ",
  fewest: {
    all: "Whatever the assignment, all {{number}} zones stay short.",
    attained:
      "Whatever the assignment, at least {{number}} zones stay short; some assignment leaves no more.",
    "attained~one":
      "Whatever the assignment, at least {{number}} zone stays short; some assignment leaves no more.",
    bound: "Whatever the assignment, at least {{number}} zones stay short (a bound: it may be more).",
    "bound~one": "Whatever the assignment, at least {{number}} zone stays short (a bound: it may be more).",
  },
  room: {
    title: "Is there enough room",
    full: "Full: {{amount}} more here would serve {{served}} more; at most {{most}} could be served.",
    nearlyFull: "Full: {{amount}} more here would serve {{served}} more; nobody could use more than that.",
    first: "First to gain: {{zones}}.",
    enough: "All zones that reach this place have enough; more room would serve nobody.",
    spare: "Room to spare: nobody can use {{spare}} of it. ",
  },
};
