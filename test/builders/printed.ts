import { readArguments } from "../../src/cli/arguments.ts";
import { type Command, type Host, UsageError } from "../../src/cli/command.ts";
import { finish } from "../../src/core/base/work.ts";

/** What a command prints, given these files. What it writes stands in `written` then, where that is given. Rejects with what it says where it cannot. */
export async function printed(
  command: Command,
  words: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  said: string[] = [],
  written?: Record<string, Uint8Array>,
): Promise<string> {
  return (await ran(command, words, files, said, written)).text;
}

/** The same, with the code that the command ends with. */
export async function ran(
  command: Command,
  words: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  said: string[] = [],
  written?: Record<string, Uint8Array>,
): Promise<{ readonly code: number; readonly text: string }> {
  let text = "";
  const host: Host = {
    read: async (path) => {
      const content = files[path] ?? "";
      return typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    },
    pieces: () => {
      throw new Error("nothing is read in pieces");
    },
    write: async (path, content) => {
      if (written === undefined) throw new Error("nothing is written");
      written[path] =
        content instanceof Uint8Array
          ? content
          : new Uint8Array(await new Response(content as ReadableStream | string).arrayBuffer());
    },
    list: async () => undefined,
    print: (more) => {
      text += more;
    },
    say: (line) => said.push(line),
    drive: async (work) => finish(work),
  };
  try {
    const code = await command.run(readArguments(command, words.split(" ")), host);
    return { code, text };
  } catch (error) {
    if (error instanceof UsageError) said.push(...error.further);
    throw error;
  }
}
