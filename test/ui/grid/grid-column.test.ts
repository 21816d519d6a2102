import { expect, test } from "vitest";
import { gridFields } from "../../../src/app/derived/grid-fields.ts";
import { wordsIn } from "../../../src/i18n/catalogue.ts";
import { choicesFor, offered } from "../../../src/ui/grid/choices-for.ts";
import {
  copiedText,
  type GridColumn,
  gridColumns,
  readText,
  shownText,
} from "../../../src/ui/grid/grid-column.ts";

const zones = { ids: ["z1", "z2", "z3"], names: ["东园", "西园", "西园"] };

function columnsOf(table: "facilities" | "zones", language: "zh" | "en"): readonly GridColumn[] {
  const t = wordsIn(language);
  return gridColumns(gridFields(table, { t, text: (of) => of[language] }, zones), t);
}

const of = (columns: readonly GridColumn[], key: string): GridColumn =>
  columns.find((column) => column.key === key) ?? { key: "id", title: "", width: 0, numeric: false };

test("every field has one column, names first and ids fixed", () => {
  for (const table of ["facilities", "zones"] as const) {
    const columns = columnsOf(table, "zh");
    const keys = columns.map(({ key }) => key);
    expect(keys.slice(0, 2)).toEqual(["name", "id"]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(
      expect.arrayContaining(["status", "street", "community", "source", "date", "checked"]),
    );
    expect(columns.filter(({ fixed }) => fixed).map(({ key }) => key)).toEqual(["id"]);
  }
  expect(columnsOf("facilities", "zh").length).toBe(35);
  expect(columnsOf("zones", "zh").map(({ key }) => key)).toContain("pack");
});

test("each choice that is copied is read back as itself, in both languages", () => {
  let choices = 0;
  for (const language of ["zh", "en"] as const) {
    for (const table of ["facilities", "zones"] as const) {
      for (const column of columnsOf(table, language)) {
        for (const { value } of column.choices ?? []) {
          expect(readText(column, copiedText(column, value))).toBe(value);
          choices += 1;
        }
      }
    }
  }
  expect(choices).toBeGreaterThan(100);
});

test("numbers are shown apart in thousands and copied plain; words that nobody chose stay as they are", () => {
  const columns = columnsOf("facilities", "zh");
  expect(shownText(of(columns, "elderly_m2"), "1200.5")).toBe("1,200.5");
  expect(copiedText(of(columns, "elderly_m2"), "1200.5")).toBe("1200.5");
  expect(shownText(of(columns, "elderly_m2"), "约90")).toBe("约90");
  expect(shownText(of(columns, "phone"), "05161234")).toBe("05161234");
  expect(readText(of(columns, "status"), " 已建成 ")).toBe("built");
  expect(readText(of(columns, "status"), "运营")).toBe("运营");
  expect(readText(of(columns, "name"), "=1+1")).toBe("=1+1");
});

test("a zone is chosen by its name where no other has it", () => {
  const zone = of(columnsOf("facilities", "zh"), "zone");
  expect(readText(zone, "东园")).toBe("z1");
  expect(readText(zone, "西园")).toBe("西园");
  expect(readText(zone, "西园 · z3")).toBe("z3");
  expect(readText(zone, "z2")).toBe("z2");
});

test("a choice is offered at once by its beginning alone", () => {
  const choices = of(columnsOf("facilities", "zh"), "status").choices ?? [];
  const offer = (text: string) => choicesFor(choices, text)[offered(choicesFor(choices, text), text)]?.value;
  expect(offer("在")).toBe("under_construction");
  expect(offer("运营")).toBeUndefined();
  expect(choicesFor(choices, "运营").map(({ value }) => value)).toEqual(["handed_over_not_operating"]);
  expect(choicesFor(choices, "")).toEqual(choices);
  expect(offer("")).toBeUndefined();
});
