import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const HOME = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Who may import whom, besides itself: layers of ours, then packages. A longer folder name goes before a shorter. */
const LAYERS: Readonly<
  Record<string, { readonly layers: readonly string[]; readonly packages: readonly string[] }>
> = {
  "src/core": { layers: [], packages: ["@noble/hashes", "kdbush", "flatbush"] },
  "src/i18n": { layers: ["src/core"], packages: ["i18next"] },
  "src/io": {
    layers: ["src/core", "seeds"],
    packages: [
      ...["@tmcw/togeojson", "@xmldom/xmldom", "fflate", "flatgeobuf", "hucre", "hyparquet"],
      ...[
        "hyparquet-compressors",
        "hyparquet-writer",
        "jsonc-parser",
        "papaparse",
        "pbf",
        "proj4",
        "shpjs",
        "sql.js",
        "zod",
      ],
    ],
  },
  workers: { layers: ["src/core", "src/io"], packages: ["highs"] },
  "src/platform/browser": { layers: ["src/core", "workers"], packages: ["idb-keyval"] },
  "src/platform/node": { layers: ["src/core", "src/io", "workers"], packages: ["node:"] },
  "src/map": {
    layers: ["src/core", "src/i18n"],
    packages: [
      "maplibre-gl",
      "@deck.gl/core",
      "@deck.gl/layers",
      "@deck.gl/maplibre",
      "@turf/turf",
      "kdbush",
      "flatbush",
      "pmtiles",
      "react",
    ],
  },
  "src/ui": {
    layers: ["src/core", "src/i18n"],
    packages: ["antd", "@ant-design/icons", "d3-scale", "d3-shape", "i18next", "react", "react-i18next"],
  },
  "src/app": {
    layers: [
      ...["src/core", "src/i18n", "src/io", "src/map", "src/ui", "src/platform/browser", "workers"],
      "package.json",
    ],
    packages: ["antd", "@ant-design/icons", "react", "react-dom", "react-i18next", "zustand"],
  },
  "src/cli": {
    layers: ["src/core", "src/io", "src/i18n", "src/platform/node", "workers", "package.json"],
    packages: ["node:"],
  },
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = ["src", "workers"].flatMap((folder) => sourcesBelow(join(HOME, folder)));
const imports = files.flatMap(importsOf);

describe("the layers", () => {
  it("hold every source file", () => {
    expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  it("import only what is below them", () => {
    const wrong = imports.filter(({ from, to }) => {
      const layer = layerOf(from);
      const allowed = layer === undefined ? undefined : LAYERS[layer];
      if (!allowed || layer === undefined) return true;
      if (isPackage(to))
        return !allowed.packages.some(
          (name) => to === name || to.startsWith(name.endsWith(":") ? name : `${name}/`),
        );
      const target = layerOf(to) ?? to.split("/")[0] ?? "";
      return target !== layer && !allowed.layers.includes(target);
    });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("have no circle of files that need each other at run time", () => {
    const needs = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) {
      if (typeOnly || isPackage(to)) continue;
      needs.set(from, [...(needs.get(from) ?? []), to]);
    }
    expect(circleIn(needs)).toEqual([]);
  });
});

describe("the core", () => {
  it("has no clock, no dice and no log", () => {
    const forbidden =
      /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bconsole\.|\bperformance\.|\bglobalThis\b/;
    const wrong = files.filter(
      (file) => file.startsWith("src/core/") && forbidden.test(withoutComments(textOf(file))),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the packages", () => {
  const manifest = JSON.parse(textOf("package.json")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;

  it("are each imported from the source or the configuration, and pinned to one version", () => {
    const used = new Set(imports.filter(({ to }) => isPackage(to)).map(({ to }) => packageOf(to)));
    for (const name of Object.keys(manifest.dependencies)) {
      const elsewhere = [textOf("vite.config.ts"), textOf(".ci/serve.mjs")].some((text) =>
        text.includes(`"${name}"`),
      );
      expect(used.has(name) || elsewhere, `${name} is not imported`).toBe(true);
    }
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("are each explained in the README", () => {
    const readme = textOf("README.md");
    const unexplained = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      (name) => !name.startsWith("@types/") && !readme.includes(`\`${name}\``),
    );
    expect(unexplained).toEqual([]);
  });
});

describe("the house", () => {
  it("has the rooms the customer fixed, and no others", () => {
    const rooms = readdirSync(HOME).filter((name) => !IGNORED.has(name));
    expect(rooms.filter((name) => !ROOMS.has(name))).toEqual([]);
  });
});

const ROOMS = new Set([
  ...[
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
    "src",
    "geodata",
    "workers",
    "seeds",
    "test",
  ],
  ...["README.md", "LICENSE", "CHANGELOG.md", "docs", ".ci", ".gitignore"],
]);
const IGNORED = new Set([".git", "node_modules", "dist"]);

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(HOME, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function importsOf(file: string): Import[] {
  const text = withoutComments(textOf(file));
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/g,
  );
  const calls = text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)|new URL\(\s*"(\.[^"]+)"\s*,\s*import\.meta\.url/g);
  return [
    ...[...statements].map(([, type, to = ""]) => ({
      from: file,
      to: resolved(file, to),
      typeOnly: type !== undefined,
    })),
    // A module that is loaded later, or by another thread, is not needed to load this one.
    ...[...calls].map(([, to, url]) => ({ from: file, to: resolved(file, to ?? url ?? ""), typeOnly: true })),
  ];
}

function resolved(file: string, specifier: string): string {
  const [path = ""] = specifier.split("?");
  if (!path.startsWith(".")) return path;
  return relative(HOME, resolve(HOME, dirname(file), path)).replaceAll("\\", "/");
}

function isPackage(target: string): boolean {
  return !/^(?:(?:src|workers|seeds)\/|package\.json$)/.test(target);
}

function packageOf(target: string): string {
  if (target.startsWith("node:") || builtinModules.includes(target)) return target;
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

function layerOf(file: string): string | undefined {
  if (file === "src/index.html") return "src/app";
  if (file.startsWith("seeds/")) return "seeds";
  return Object.keys(LAYERS).find((layer) => file.startsWith(`${layer}/`));
}

function circleIn(needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const cleared = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] => {
    if (cleared.has(file)) return [];
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    path.push(file);
    for (const next of needs.get(file) ?? []) {
      const circle = visit(next);
      if (circle.length > 0) return circle;
    }
    path.pop();
    cleared.add(file);
    return [];
  };
  for (const file of needs.keys()) {
    const circle = visit(file);
    if (circle.length > 0) return circle;
  }
  return [];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

function textOf(file: string): string {
  return readFileSync(join(HOME, file), "utf8");
}
