import { expect, test } from "vitest";
import { uncountedStatus } from "../../src/app/derived/uncounted.ts";

const table = { ids: ["F1", "F2", "F3"], statuses: ["built", "planned", "unknown"] };
const counted = new Set(["built"]);
const [built, planned, unknown] = ["F1", "F2", "F3"] as const;

test("what is added as planned, or without a status, serves nobody", () => {
  expect(uncountedStatus({ kind: "add-facility", typed: { status: "planned" } }, table, counted)).toBe(
    "planned",
  );
  expect(uncountedStatus({ kind: "add-facility", typed: { status: " " } }, table, counted)).toBe("unknown");
  expect(
    uncountedStatus({ kind: "add-facility", typed: { status: "built" } }, table, counted),
  ).toBeUndefined();
});

test("what is planned serves nobody wherever it stands and when it goes", () => {
  const to = { lng: 117, lat: 34 } as never;
  expect(uncountedStatus({ kind: "move-facility", id: planned, to }, table, counted)).toBe("planned");
  expect(uncountedStatus({ kind: "delete-facility", id: unknown }, table, counted)).toBe("unknown");
  expect(uncountedStatus({ kind: "close-facility", id: built }, table, counted)).toBeUndefined();
});

test("a status that is changed is a reason only where neither counts", () => {
  const change = (id: string, status: string) =>
    uncountedStatus({ kind: "change-facility", id, typed: { status } }, table, counted);
  expect(change(planned, "under_construction")).toBe("under_construction");
  expect(change(planned, "built")).toBeUndefined();
  expect(change(built, "closed")).toBeUndefined();
});

test("an edit of something else has no such reason, and a scenario may count what is planned", () => {
  expect(uncountedStatus({ kind: "restore-street", at: 0 }, table, counted)).toBeUndefined();
  expect(
    uncountedStatus({ kind: "delete-facility", id: planned }, table, new Set(["built", "planned"])),
  ).toBeUndefined();
});
