import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const HOME = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends with a sentence where Node is older than the project needs. */
export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Node ${process.versions.node} is too old: install Node 20.19 or newer, then run the command again.`,
  );
  process.exit(2);
}

/** Installs the packages of the lockfile, unless those are what is installed. */
export function ensureInstalled() {
  ensureNode();
  const stamp = join(HOME, "node_modules/.cache/installed");
  const wanted = digestOf([join(HOME, "package-lock.json"), join(HOME, "package.json")]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error("Installing packages …");
  // On Windows npm is a script that only a shell finds.
  const npm = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: HOME,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error(
      "The packages could not be installed. Check the connection to the npm registry, then try again.",
    );
    process.exit(npm.status ?? 2);
  }
  write(stamp, digestOf([join(HOME, "package-lock.json"), join(HOME, "package.json")]));
}

/**
 * Builds one of `page`, `cli` and `bench`, unless its sources are what was built last. Throws what the build says.
 * Nothing goes to standard output.
 */
export async function ensureBuilt(what) {
  const stamp = join(HOME, `node_modules/.cache/built-${what}`);
  const wanted = digestOf(sources(what === "bench" ? [...SOURCES, "test/bench", "test/builders"] : SOURCES));
  if (existsSync(join(HOME, "dist", what)) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted)
    return;
  const { build } = await import("vite");
  const mode = what === "page" ? "production" : what;
  await build({
    configFile: join(HOME, "vite.config.ts"),
    root: HOME,
    mode,
    logLevel: "error",
    ...rootOf(what),
  });
  write(stamp, wanted);
}

const SOURCES = ["src", "workers", "seeds", "vite.config.ts", "package.json", "package-lock.json"];

/** The page's root is `src`, as its configuration says; the others are built from the project's folder. */
function rootOf(what) {
  return what === "page" ? { root: join(HOME, "src") } : {};
}

function sources(paths) {
  return paths.flatMap((path) => filesBelow(join(HOME, path))).sort();
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(HOME.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
