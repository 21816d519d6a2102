import { describe, expect, it } from "vitest";
import { type Arguments, type Host, UsageError } from "../../src/cli/command.ts";
import { judge } from "../../src/cli/commands/judge.ts";

const estate = {
  pack: "huaibei-draft",
  level: "estate",
  input: {
    estate: { status: "new", households: 500, residents: 1400 },
    supply: { elderly_building_area: 150, childcare_slots: 14 },
  },
};
const walk = { pack: "any", level: "reach", input: { straightM: 600, profile: "elderly" } };

async function judged(pack: string, content: unknown) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const printed: string[] = [];
  const host = {
    read: async () => new TextEncoder().encode(text),
    print: (line: string) => void printed.push(line),
  } as unknown as Host;
  const args = { rest: ["case.json"], required: () => pack } as unknown as Arguments;
  const code = await judge.run(args, host);
  return { code, answer: JSON.parse(printed.join("")) };
}

describe("quan judge", () => {
  it("prints one JSON document and ends with 0, whatever the finding", async () => {
    const { code, answer } = await judged("huaibei-draft", estate);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ overall: "pass", pack: "huaibei-draft", packStatus: "draft" });
  });

  it("takes any for a walk, and the byte order mark of an editor", async () => {
    expect((await judged("any", `\uFEFF${JSON.stringify(walk)}`)).answer).toMatchObject({
      walkM: 780,
      covered: true,
    });
  });

  it.each([
    ["another pack than the case's", "xuzhou-2022", estate, /xuzhou-2022.*huaibei-draft/],
    ["any for an estate", "any", { ...estate, pack: "any" }, /walks/],
    ["any asked of a case of a pack", "any", { ...walk, pack: "huaibei-draft" }, /any.*huaibei-draft/],
    ["a pack that is not there", "nowhere", { ...estate, pack: "nowhere" }, /nowhere.*xuzhou-2022/],
    [
      "a walk under a pack that is not there",
      "nowhere",
      { ...walk, pack: "nowhere" },
      /nowhere.*xuzhou-2022/,
    ],
    [
      "a kind that nobody knows",
      "xuzhou-2022",
      { pack: "xuzhou-2022", level: "street", input: { units: 3, unitsWith: { E_STREET_COMPX: 3 } } },
      /unitsWith/,
    ],
    ["no JSON", "huaibei-draft", "{", /not readable JSON/],
    [
      "NaN, which JSON does not know",
      "huaibei-draft",
      '{"pack":"huaibei-draft","level":"estate","input":{"estate":{"households":NaN}}}',
      /not readable JSON/,
    ],
    [
      "an infinite number",
      "any",
      '{"pack":"any","level":"reach","input":{"straightM":1e999,"profile":"elderly"}}',
      /input\.straightM/,
    ],
    [
      "text for a number",
      "huaibei-draft",
      changed({ estate: { status: "new", households: "500" } }),
      /input\.estate\.households.*number/,
    ],
    [
      "digits that a number cannot keep",
      "huaibei-draft",
      JSON.stringify(estate).replace("150", "149.99999999999999999999"),
      /input\.supply\.elderly_building_area.*149\.99999999999999999999/,
    ],
    [
      "a member twice",
      "huaibei-draft",
      JSON.stringify(estate).replace('"households":', '"households":5000,"households":'),
      /input\.estate\.households stands twice/,
    ],
    ["an estate without an estate", "huaibei-draft", { ...estate, input: {} }, /lacks input\.estate/],
    [
      "two stages",
      "huaibei-draft",
      changed({ estate: { ...estate.input.estate, stage: "use" }, stage: "plan_review" }),
      /stage is plan_review, estate\.stage is use/,
    ],
    [
      "two years",
      "huaibei-draft",
      changed({ year: 2025, settings: { year: 2030 } }),
      /year is 2025, settings\.year is 2030/,
    ],
    [
      "one overlay and a list without it",
      "huaibei-draft",
      changed({ settings: { overlay: "anhui-2022-elderly-overlay", overlays: [] } }),
      /settings\.overlay is anhui-2022-elderly-overlay/,
    ],
    [
      "two days of one grant",
      "huaibei-draft",
      changed({ estate: { ...estate.input.estate, grantDate: "2020-01-01", landGrantDate: "2024-01-01" } }),
      /estate\.grantDate is 2020-01-01, estate\.landGrantDate is 2024-01-01/,
    ],
    [
      "a room on two sites",
      "huaibei-draft",
      several({ evaluate: "A", facilities: [{ ...room("F"), site: "A", zone: "B" }] }),
      /facilities\[0\]\.site is A, facilities\[0\]\.zone is B/,
    ],
    [
      "two phases of one number",
      "huaibei-draft",
      changed({
        supply: undefined,
        estate: { ...estate.input.estate, phases: [phase(1), phase(1)] },
      }),
      /1 occurs more than once/,
    ],
    [
      "phases that deliver more than there is",
      "huaibei-draft",
      changed({
        supply: { elderly_building_area: 30 },
        estate: {
          ...estate.input.estate,
          phases: [
            { no: 1, supply: { elderly_building_area: 30 } },
            { no: 2, supply: { elderly_building_area: 30 } },
          ],
        },
      }),
      /phases\[\]\.supply\.elderly_building_area is 60, supply\.elderly_building_area is 30/,
    ],
    [
      "phases of more households than there are",
      "huaibei-draft",
      changed({
        supply: undefined,
        estate: {
          ...estate.input.estate,
          phases: [
            { no: 1, households: 300 },
            { no: 2, households: 300 },
          ],
        },
      }),
      /estate\.phases\[\]\.households is 600, estate\.households is 500/,
    ],
    [
      "a phase whose supply stands beside facilities",
      "huaibei-draft",
      several({ evaluate: "A", estates: [{ id: "A", phases: [phase(1)] }], facilities: [room("F")] }),
      /both/,
    ],
    [
      "a room shared out by two agreements",
      "huaibei-draft",
      several({
        evaluate: "A",
        facilities: [{ ...room("F"), site: "A" }],
        agreements: [agreement("A", "B"), agreement("A", "B", "C")],
      }),
      /agreements\[0\] is A\+B 局, agreements\[1\] is A\+B\+C 局/,
    ],
    ["an unknown level", "huaibei-draft", { ...estate, level: "county" }, /level/],
    ["an unknown key", "huaibei-draft", changed({ suply: {} }), /input\.suply/],
    ["an unknown metric", "huaibei-draft", changed({ supply: { elderly_rooms: 150 } }), /elderly_rooms/],
    [
      "an unknown status",
      "huaibei-draft",
      changed({ estate: { status: "old" } }),
      /input\.estate\.status.*existing/,
    ],
    [
      "an unknown setting",
      "huaibei-draft",
      changed({ settings: { tolerance: 1 } }),
      /input\.settings\.tolerance/,
    ],
    [
      "an unknown policy",
      "huaibei-draft",
      changed({ settings: { conflictPolicy: "lenient" } }),
      /conflictPolicy.*flag/,
    ],
    [
      "an overlay of a place that has none",
      "xuzhou-2022",
      { ...changed({ settings: { overlays: ["anhui"] } }), pack: "xuzhou-2022" },
      /xuzhou-2022 has no overlays\. Leave anhui out\.$/,
    ],
    [
      "an overlay of another place",
      "huaibei-draft",
      changed({ settings: { overlays: ["jiangsu"] } }),
      /jiangsu.*anhui/,
    ],
    ["supply and facilities at once", "huaibei-draft", changed({ facilities: [] }), /both/],
    ["several estates and no choice", "huaibei-draft", several(), /A, B/],
    ["an estate that is not there", "huaibei-draft", several({ evaluate: "C" }), /C.*A, B/],
    [
      "two facilities of one id",
      "huaibei-draft",
      several({ evaluate: "A", facilities: [room("F"), room("F")] }),
      /F/,
    ],
    [
      "a day that is none",
      "sucheng-2023",
      { pack: "sucheng-2023", level: "process", input: { cityApprovalDate: "2023-02-29" } },
      /cityApprovalDate/,
    ],
    [
      "an unknown material",
      "sucheng-2023",
      { pack: "sucheng-2023", level: "process", input: { materials: ["fire"] } },
      /materials\[0\].*inspection_and_fire/,
    ],
    ["a walk without a limit", "any", { ...walk, input: { straightM: 600 } }, /networkLimitM/],
    [
      "a detour shorter than the straight line",
      "any",
      { ...walk, input: { straightM: 600, detour: 0.5, profile: "elderly" } },
      /detour.*1/,
    ],
    ["a negative distance", "any", { ...walk, input: { straightM: -1, profile: "elderly" } }, /straightM/],
  ])("refuses %s in one sentence that names the file", async (_what, pack, content, sentence) => {
    const attempt = judged(pack, content);
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(/^case\.json: /);
    await expect(attempt).rejects.toThrow(sentence);
  });
});

function changed(input: object) {
  return { ...estate, input: { ...estate.input, ...input } };
}

function several(more: object = {}) {
  const estates = ["A", "B"].map((id) => ({ id, status: "existing", households: 500, residents: 1400 }));
  return { ...estate, input: { estates, facilities: [room("F")], ...more } };
}

function room(id: string) {
  return { id, site: "A", elderlyAreaM2: 100, status: "built" };
}

function phase(no: number) {
  return { no, households: 250, residents: 700, supply: { elderly_building_area: 75, childcare_slots: 7 } };
}

function agreement(...zones: string[]) {
  return { zones, approvedBy: "局" };
}
