import { name as product, version } from "../../package.json" with { type: "json" };
import { readArguments } from "./arguments.ts";
import { type Option, UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { nodeHost, reasonOf } from "./node-host.ts";

/** `quan COMMAND …`: finds the command, runs it, and says with the exit code how it went. */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  const command = commands.find((known) => known.name === name);
  if (name === "--version") {
    await nodeHost.print(`${product} ${version}\n`);
    return 0;
  }
  if (command === undefined) {
    const asked = name === "help" || name === "--help";
    const list = commands.map((known) => `  ${known.name.padEnd(9)} ${known.summary}`).join("\n");
    const text = `Usage: quan COMMAND …\n\n${list}\n\nquan COMMAND --help tells the options of one; quan --version, which it is.\n`;
    if (asked) {
      await nodeHost.print(text);
      return 0;
    }
    nodeHost.say(name === undefined ? "quan: give a command." : `quan: there is no command "${name}".`);
    process.stderr.write(text);
    return 2;
  }
  try {
    if (rest.includes("--help")) {
      await nodeHost.print(helpOf(command));
      return 0;
    }
    return await command.run(readArguments(command, rest), nodeHost);
  } catch (error) {
    if (error instanceof UsageError) {
      nodeHost.say(`quan ${command.name}: ${error.message}`);
      for (const sentence of error.further) nodeHost.say(sentence);
      return 2;
    }
    nodeHost.say(`quan ${command.name}: broke off. This is a mistake of the program; please report it:`);
    console.error(error);
    return OUR_MISTAKE;
  }
}

function helpOf(command: (typeof commands)[number]): string {
  const lines = Object.entries({ ...command.options, json: JSON_OPTION }).map(([name, option]) => {
    const form = option.takes === "text" ? `--${name} …` : `--${name}`;
    return `  ${form.padEnd(24)} ${option.what}`;
  });
  return `quan ${command.name} ${command.usage}\n${command.summary}\n\n${lines.join("\n")}\n`;
}

/** None of the codes that say something of the user's data or choice. */
const OUR_MISTAKE = 70;

const JSON_OPTION: Option = { takes: "nothing", what: "print one JSON document" };

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Who reads has read enough; the code still tells how it went.
  if (error.code === "EPIPE") return;
  nodeHost.say(`quan: standard output cannot be written (${reasonOf(error)}).`);
  process.exit(2);
});

process.exitCode = await main(process.argv.slice(2));
