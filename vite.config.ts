import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds of one source: the page (default), the command (`cli`), the measurements (`bench`); and the checks (vitest). */
export default defineConfig(({ mode }) => {
  const allocationThread = here("src/platform/node/allocation-thread.ts");
  if (mode === "cli")
    return nodeBuild("dist/cli", {
      quan: here("src/cli/main.ts"),
      "reach-thread": here("src/platform/node/reach-thread.ts"),
      "allocation-thread": allocationThread,
    });
  if (mode === "bench")
    return nodeBuild("dist/bench", {
      main: here("test/bench/main.ts"),
      "allocation-thread": allocationThread,
    });
  if (mode === "test") {
    return {
      test: {
        root: here("."),
        include: ["test/**/*.test.ts"],
        exclude: ["test/e2e/**"],
        testTimeout: process.env["QUAN_LONG"] ? 1_800_000 : 60_000,
      },
    };
  }
  return {
    root: here("src"),
    base: "./",
    plugins: [react()],
    worker: {
      format: "es" as const,
      // What a worker fetches is told from what the page does by its name.
      rolldownOptions: { output: { chunkFileNames: "assets/[name].worker-[hash].js" } },
    },
    build: {
      target: "es2022",
      outDir: here("dist/page"),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: { index: here("src/index.html") } },
    },
  };
});

/** Modules for Node, with packages left where they are installed. */
function nodeBuild(outDir: string, input: Record<string, string>) {
  return {
    build: {
      ssr: true,
      target: "node20",
      outDir: here(outDir),
      emptyOutDir: true,
      rolldownOptions: {
        input,
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  };
}
