import type { SourceFile } from "../import-report.ts";
import { SHAPEFILE_PARTS } from "./shapefile.ts";

/** The files that stand for themselves, each with those of its name that belong to it. */
export function together(files: readonly SourceFile[]): readonly SourceFile[] {
  const outlines = files.filter(({ name }) => partOf(name)?.extension === "shp");
  const stems = new Set(outlines.map(({ name }) => partOf(name)?.stem));
  const belongs = (name: string) => {
    const part = partOf(name);
    return part !== undefined && part.extension !== "shp" && stems.has(part.stem);
  };
  return files
    .filter(({ name }) => !belongs(name))
    .map((file) => {
      const { stem, extension } = partOf(file.name) ?? {};
      if (extension !== "shp") return file;
      return { ...file, beside: files.filter(({ name }) => belongs(name) && partOf(name)?.stem === stem) };
    });
}

function partOf(name: string): { readonly stem: string; readonly extension: string } | undefined {
  const dot = name.lastIndexOf(".");
  const extension = name.slice(dot + 1).toLowerCase();
  const isPart = dot > 0 && (SHAPEFILE_PARTS as readonly string[]).includes(extension);
  return isPart ? { stem: name.slice(0, dot), extension } : undefined;
}
