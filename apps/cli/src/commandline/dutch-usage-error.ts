import type { Command, CommanderError } from 'commander';
import { programName } from '../program-name.js';

/** Commander tells the names in its English sentence only, between quotes. */
const sentences: Readonly<Record<string, (message: string) => string>> = {
  'commander.missingArgument': (message) => `Het argument <${quoted(message)}> ontbreekt.`,
  'commander.optionMissingArgument': (message) => `Na de optie ${quoted(message)} hoort een waarde.`,
  'commander.missingMandatoryOptionValue': (message) => `De optie ${quoted(message)} is verplicht.`,
  'commander.unknownOption': (message) => `De optie ${quoted(message)} bestaat niet.${suggestion(message)}`,
  'commander.unknownCommand': (message) => `De opdracht ${quoted(message)} bestaat niet.${suggestion(message)}`,
  'commander.excessArguments': (message) => `Er zijn te veel argumenten: ${message.slice(message.lastIndexOf(': ') + 2, -1)}.`,
  'commander.conflictingOption': (message) => `De opties ${quoted(message)} en ${quoted(message, 1)} gaan niet samen.`,
  'commander.invalidArgument': invalidValue,
};

/** @returns whether commander stopped because it showed what was asked for, such as help */
export const isNoError = (error: CommanderError): boolean => error.exitCode === 0;

/** @returns in Dutch what is wrong with the command as typed, and where the help is */
export function usageErrorLines(error: CommanderError, program: Command, args: readonly string[]): string[] {
  const sentence = sentences[error.code]?.(error.message) ?? 'Zo is de opdracht niet te begrijpen.';
  return [`Fout: ${sentence}`, `Hulp: ${[programName, ...commandPath(program, args), '--help'].join(' ')}`];
}

/** @returns the names of the commands that the arguments lead to */
export function commandPath(program: Command, args: readonly string[]): string[] {
  const path: string[] = [];
  let commands = program.commands;
  for (const word of args.filter((each) => !each.startsWith('-'))) {
    const found = commands.find((command) => command.name() === word);
    if (!found) break;
    path.push(word);
    commands = found.commands;
  }
  return path;
}

function quoted(message: string, index = 0): string {
  return [...message.matchAll(/'([^']*)'/g)][index]?.[1] ?? '';
}

function suggestion(message: string): string {
  const similar = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  return similar ? ` Bedoelde u ${similar.replace(/, ([^,]+)$/, ' of $1')}?` : '';
}

/** Our own readers of values say in Dutch what is wrong; commander puts its English before it. */
function invalidValue(message: string): string {
  const option = /^error: option '(.*?)' argument '(.*)' is invalid\. (.*)$/s.exec(message);
  if (option) return `'${option[2]}' is geen goede waarde voor ${option[1]}. ${option[3]}`;
  const argument = /^error: command-argument value '(.*)' is invalid for argument '(.*?)'\. (.*)$/s.exec(message);
  return argument ? `'${argument[1]}' is geen goede waarde voor <${argument[2]}>. ${argument[3]}` : message;
}
