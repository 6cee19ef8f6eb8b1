import { Help, type Command, type Option } from 'commander';
import { programName } from '../program-name.js';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Global Options:': 'Algemene opties:',
  'Commands:': 'Opdrachten:',
};

const dutchUsage = (usage: string): string => usage.replace('[options]', '[opties]').replace('[command]', '[opdracht]');

/** Commander's own words in Dutch. */
export const dutchHelp = {
  showGlobalOptions: true,
  styleTitle: (title: string): string => titles[title] ?? title,
  commandUsage: (command: Command): string => dutchUsage(new Help().commandUsage(command)),
  subcommandTerm: (command: Command): string => dutchUsage(new Help().subcommandTerm(command)),
  optionDescription: ({ description, defaultValue }: Option): string =>
    defaultValue === undefined ? description : `${description} (standaard: ${String(defaultValue)})`,
};

/** The examples below the help of a command, ready to be copied. */
export function examples(...lines: readonly string[]): string {
  return ['', lines.length === 1 ? 'Voorbeeld:' : 'Voorbeelden:', ...lines.map((line) => `  ${programName} ${line}`)].join('\n');
}
