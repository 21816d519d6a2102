import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Three builds of one source: the page (default), the command (`--mode cli`), and the checks (vitest). */
export default defineConfig(({ mode }) => {
  if (mode === "cli") {
    return {
      build: {
        ssr: true,
        target: "node20",
        outDir: here("dist/cli"),
        emptyOutDir: true,
        rolldownOptions: {
          input: { quan: here("src/cli/main.ts"), worker: here("src/platform/node/task-thread.ts") },
          output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
        },
      },
    };
  }
  if (mode === "test") {
    return {
      test: {
        root: here("."),
        include: ["test/**/*.test.ts"],
        exclude: ["test/e2e/**"],
        testTimeout: 60_000,
      },
    };
  }
  return {
    root: here("src"),
    base: "./",
    plugins: [react()],
    worker: { format: "es" as const },
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
