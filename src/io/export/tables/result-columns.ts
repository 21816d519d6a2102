/** Columns of what was worked out, by what they hold. */
export type ResultColumn =
  | ("verdict" | "estimatedHouseholds" | "estimated" | "borrowed" | "sensitive")
  | ("judgedId" | "judgedName" | "inStreet" | "inCommunity")
  | ("metric" | "required" | "provided" | "missing" | "perhaps" | "share" | "unit")
  | ("grounds" | "severity" | "notes" | "rule" | "standard" | "documentStatus")
  | ("level" | "unitCode" | "unitName" | "aboveName" | "zones" | "zonesKnown" | "households" | "residents");
