import type { Command } from 'commander';
import { CommandFailed, exitCodes } from '../exit-code.js';
import type { GatewayClient } from '../gateway/gateway-client.js';
import { importRecordDetailSchema, recordPath, type ImportRecordDetail } from '../gateway/import-record.js';
import { findRecords, type IdKind, type Match } from './find-record.js';

/** How a user narrows down which record is meant. */
export interface PickOptions {
  readonly bron?: string;
  readonly bronId?: true;
  readonly gidsId?: true;
  readonly id?: true;
}

/** Adds the argument and the options that say which record a command is about. */
export function picking(command: Command): Command {
  return command
    .argument('<id>', 'BronID, G!DS-ID of id van de organisatie-import')
    .option('--bron <bron>', 'alleen in deze bron zoeken')
    .option('--bron-id', 'lees <id> als BronID')
    .option('--gids-id', 'lees <id> als G!DS-ID')
    .option('--id', 'lees <id> als id van de organisatie-import');
}

/**
 * Reads the one record that is meant, with its version.
 * @throws CommandFailed when there is no match, or more than one to choose from
 */
export async function pickRecord(gateway: GatewayClient, id: string, options: PickOptions): Promise<ImportRecordDetail> {
  const match = onlyOne(id, await findRecords(gateway, id, options.bron, kindIn(options)));
  return gateway.get(importRecordDetailSchema, recordPath(match.record.id));
}

const kinds: readonly IdKind[] = ['bronId', 'gidsId', 'id'];

/** More than one flag says as much as none. */
function kindIn(options: PickOptions): IdKind | undefined {
  const told = kinds.filter((kind) => options[kind]);
  return told.length === 1 ? told[0] : undefined;
}

function onlyOne(id: string, matches: readonly Match[]): Match {
  const [match] = matches;
  if (!match) throw new CommandFailed(`Er is geen geïmporteerde organisatie met BronID of G!DS-ID ${id}.`);
  if (matches.length === 1) return match;
  const sentence = `Er zijn ${matches.length} organisaties die met ${id} bedoeld kunnen zijn. Kies er een:`;
  throw new CommandFailed(sentence, exitCodes.usage, matches.map(choiceLine));
}

const kindNames: Readonly<Record<IdKind, { readonly flag: string; readonly name: string }>> = {
  bronId: { flag: '--bron-id', name: 'BronID' },
  gidsId: { flag: '--gids-id', name: 'G!DS-ID' },
  id: { flag: '--id', name: 'Id' },
};

function choiceLine({ foundBy, record }: Match): string {
  const { flag, name } = kindNames[foundBy];
  const who = [record.naam, record.plaats].filter(Boolean).join(', ');
  return `${name} van ${who}: ${flag}${record.bron ? ` --bron ${record.bron}` : ''}`;
}
