import { readArguments } from "./arguments.ts";
import { UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { nodeHost } from "./node-host.ts";

/** `quan COMMAND …`: finds the command, runs it, and says with the exit code how it went. */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    const asked = name === undefined || name === "help" || name === "--help";
    const list = commands.map((known) => `  ${known.name.padEnd(9)} ${known.summary}`).join("\n");
    const text = `Usage: quan COMMAND …\n\n${list}\n\nquan COMMAND --help tells the options of one.\n`;
    if (asked) process.stdout.write(text);
    else process.stderr.write(`quan: there is no command "${name}".\n${text}`);
    return asked ? 0 : 2;
  }
  try {
    if (rest.includes("--help")) {
      process.stdout.write(helpOf(command));
      return 0;
    }
    return await command.run(readArguments(command, rest), nodeHost);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`quan ${command.name}: ${error.message}\n`);
    return 2;
  }
}

function helpOf(command: (typeof commands)[number]): string {
  const lines = Object.entries(command.options).map(([name, option]) => {
    const form = option.takes === "text" ? `--${name} …` : `--${name}`;
    return `  ${form.padEnd(24)} ${option.what}`;
  });
  return `quan ${command.name} ${command.usage}\n${command.summary}\n\n${lines.join("\n")}\n`;
}

process.exitCode = await main(process.argv.slice(2));
