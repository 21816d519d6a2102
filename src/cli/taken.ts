import type { Outcome } from "../core/base/outcome.ts";
import { sentenceFor } from "../i18n/catalogue.ts";
import { UsageError } from "./command.ts";

/** What came of it. Throws `UsageError` with why it was refused. */
export function taken<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new UsageError(outcome.issues.map((each) => sentenceFor(each, "en")).join(" "));
}
