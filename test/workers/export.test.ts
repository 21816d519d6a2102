import { describe, expect, it } from "vitest";
import { parametersBy } from "../../src/core/analysis/parameters-by.ts";
import type { Drive } from "../../src/core/base/work.ts";
import { exportWords } from "../../src/i18n/export-words.ts";
import type { ExportChoices } from "../../src/io/export/export-files.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { Abandoned, type TaskTable } from "../../workers/serve.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";

const ZONES = "id,name,status,households,adminCode,lon,lat\nz1,东园,existing,1000,320302,117.2,34.26\n";
const FACILITIES = "id,kind,status,lon,lat,elderly_m2\nf1,E_MEAL,built,117.201,34.261,50\n";

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const asked = (choices: Partial<ExportChoices>) => ({
  file: "export" as const,
  title: "城",
  words: exportWords("en"),
  choices: {
    ...{ format: "csv", datum: "wgs84", encoding: "utf-8", sheets: "tables", tables: ["facilities"] },
    ...choices,
  } as ExportChoices,
});

async function openDesk(): Promise<TaskTable> {
  const tasks = deskTasks();
  const files = [file("zones.csv", ZONES), file("facilities.csv", FACILITIES)];
  value(await tasks.open({ kind: "files", files, options: {}, into: "new" }, atOnce));
  value(await tasks.analyse(parametersBy({}, shippedStandards(), undefined), atOnce));
  return tasks;
}

describe("writing an export", () => {
  it("gives one table as it is, and several in a zip", async () => {
    const tasks = await openDesk();
    const one = value(await tasks.write(asked({}), atOnce));
    expect(one.name).toBe("城-Facilities-WGS84.csv");
    expect(new TextDecoder().decode(one.bytes)).toContain("\nf1,,E_MEAL,built,");
    const several = value(await tasks.write(asked({ tables: ["zones", "facilities"] }), atOnce));
    expect(several.name).toBe("城-csv-WGS84.zip");
    expect([...several.bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
    expect(value(await tasks.write(asked({ tables: ["zones", "facilities"] }), atOnce))).toEqual(several);
  });

  it("is of the document as it is now, though it was analysed before", async () => {
    const tasks = await openDesk();
    value(await tasks.edit({ kind: "move-facility", id: "f1", to: { lng: 117.25, lat: 34.25 } }, atOnce));
    const { bytes } = value(await tasks.write(asked({}), atOnce));
    expect(new TextDecoder().decode(bytes)).toContain(",117.25,34.25,");
  });

  it("is given up when nobody wants it any more, and leaves the document there", async () => {
    const tasks = await openDesk();
    const unwanted: Drive = () => Promise.reject(new Abandoned());
    for (const format of ["csv", "xlsx", "geojson", "gpkg", "geoparquet"] as const) {
      await expect(tasks.write(asked({ format }), unwanted)).rejects.toThrow(Abandoned);
    }
    expect(value(await tasks.write(asked({}), atOnce)).name).toBe("城-Facilities-WGS84.csv");
  });
});
