import * as z from "zod";
import { rulePackSchema } from "./pack-schema.ts";

/** The JSON Schema of a rule pack (draft 2020-12), as published in `docs/standards/rule-pack.schema.json`. */
export function publishedPackSchema(): string {
  const schema = z.toJSONSchema(rulePackSchema);
  const head = {
    $schema: schema.$schema,
    title: "Rule pack of 老小圈",
    description:
      "Standards of one city: documents, rules, what counts, ambiguities. References between the parts (a clause's document, a rule's ambiguities, groups of two or more) are checked when a pack is read.",
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
