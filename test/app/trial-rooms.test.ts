import { expect, test } from "vitest";
import { trialRooms } from "../../src/app/derived/trial-rooms.ts";

test("a place is tried with rooms for the elderly where nothing is said, built", () => {
  expect(trialRooms({})).toEqual({ kind: "E_COMM_CENTRE", status: "built", elderly_m2: "100" });
  expect(trialRooms({ kind: "E_MEAL", slots: " " })).toMatchObject({ kind: "E_MEAL", elderly_m2: "100" });
});

test("it is tried with slots where the kind serves children, as it is said to stand", () => {
  expect(trialRooms({ kind: "C_COMMUNITY", status: "planned" })).toEqual({
    ...{ kind: "C_COMMUNITY", status: "planned", childcare_m2: "100", slots: "10" },
  });
});

test("rooms that are stated are what it is tried with", () => {
  expect(trialRooms({ elderly_m2: "80" })).toEqual({});
  expect(trialRooms({ kind: "C_COMMUNITY", slots: "12" })).toEqual({});
});
