import type { PlainSheet } from "../../io/export/formats/workbook-file.ts";

/** Columns of the sheets of a workbook, by what stands in them. */
type Column = PlainSheet["columns"][number];
export const text = (heading: string): Column => ({ heading, format: "text" });
export const long = (heading: string): Column => ({ heading, format: "long" });
export const count = (heading: string): Column => ({ heading, format: "count" });
export const amount = (heading: string): Column => ({ heading, format: "amount" });
export const money = (heading: string): Column => ({ heading, format: "money" });
export const share = (heading: string): Column => ({ heading, format: "share" });
export const mixed = (heading: string): Column => ({ heading, format: "mixed" });
