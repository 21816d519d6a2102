import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "../../../src/platform/node/write-whole.ts";

let home = "";
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "quan-"));
});
afterEach(() => rm(home, { recursive: true }));

describe("writing a file whole", () => {
  it("makes the folders it needs, and takes the place of what stood there", async () => {
    const path = join(home, "a/b/c.txt");
    await writeWhole(path, "one");
    await writeWhole(path, new TextEncoder().encode("two"));
    expect(await readFile(path, "utf8")).toBe("two");
    expect(await readdir(join(home, "a/b"))).toEqual(["c.txt"]);
  });

  it("leaves the file as it was, and nothing beside it, where the content breaks off", async () => {
    const path = join(home, "c.txt");
    await writeFile(path, "before");
    const broken = async function* () {
      yield new TextEncoder().encode("half");
      throw new Error("the disk is full");
    };
    await expect(writeWhole(path, broken())).rejects.toThrow("the disk is full");
    expect(await readFile(path, "utf8")).toBe("before");
    expect(await readdir(home)).toEqual(["c.txt"]);
  });

  it("writes through a link and keeps who may read", async () => {
    const path = join(home, "c.txt");
    await writeFile(path, "before");
    await chmod(path, 0o640);
    await symlink(path, join(home, "link"));
    await writeWhole(join(home, "link"), "after");
    expect(await readFile(path, "utf8")).toBe("after");
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(home)).toEqual(["c.txt", "link"]);
  });

  it("refuses a folder, and a file for a folder", async () => {
    await mkdir(join(home, "d"));
    await writeFile(join(home, "c.txt"), "before");
    await expect(writeWhole(join(home, "d"), "x")).rejects.toMatchObject({ code: "EISDIR" });
    await expect(writeWhole(join(home, "c.txt/e/f"), "x")).rejects.toMatchObject({ code: "ENOTDIR" });
    expect((await readdir(home)).sort()).toEqual(["c.txt", "d"]);
  });

  it.runIf(process.platform === "linux")("refuses at once where the system takes no folder", async () => {
    await expect(writeWhole("/proc/x/y.quan", "x")).rejects.toMatchObject({ code: "ENOENT" });
  });

  it.runIf(process.platform === "linux")("writes to a device, and says when it is full", async () => {
    await writeWhole("/dev/null", "x");
    expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
    await expect(writeWhole("/dev/full", "x")).rejects.toMatchObject({ code: "ENOSPC" });
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "refuses a file that may only be read",
    async () => {
      const path = join(home, "c.txt");
      await writeFile(path, "before", { mode: 0o444 });
      await expect(writeWhole(path, "x")).rejects.toMatchObject({ code: "EACCES" });
      expect(await readFile(path, "utf8")).toBe("before");
    },
  );
});
