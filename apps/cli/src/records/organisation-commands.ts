import { importStatusTerms, publicationActionTerms } from '@gids/contracts';
import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { largestPage, showList } from '../commandline/listing.js';
import { choices, pageNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { CommandFailed, exitCodes, type ExitCode } from '../exit-code.js';
import { importRecordDetailSchema, importRecordSchema, recordPath, recordsPath } from '../gateway/import-record.js';
import { pageSchema } from '../gateway/page.js';
import { findRecords, type IdKind, type Match } from './find-record.js';
import { recordColumns, recordLines } from './record-lines.js';

interface ListOptions {
  readonly importstatus?: string;
  readonly publicatieactie?: string;
  readonly naam?: string;
  readonly bron?: string;
  readonly sorteer?: string;
  readonly pagina: number;
  readonly alle?: true;
}

interface ShowOptions {
  readonly bron?: string;
  readonly bronId?: true;
  readonly gidsId?: true;
}

const recordsPerPage = 100;

/** `organisatie lijst|toon`. */
export function addOrganisationCommands(program: Command, acting: Acting): void {
  const organisation = program.command('organisatie').description('Geïmporteerde organisaties opzoeken en bekijken.');
  organisation
    .command('lijst')
    .description('Toon geïmporteerde organisaties; filters gelden samen.')
    .option('--importstatus <status>', `alleen met deze laatste importstatus: ${codes(importStatusTerms)}`, choices(importStatusTerms))
    .option('--publicatieactie <actie>', `alleen met deze publicatieactie: ${codes(publicationActionTerms)}`, choices(publicationActionTerms))
    .option('--naam <deel>', 'alleen met dit in de naam')
    .option('--bron <bron>', 'alleen uit deze bron')
    .option('--sorteer <velden>', 'naam, importstatus, publicatieactie, bronId of gewijzigdOp; aflopend met een - ervoor')
    .option('--pagina <nummer>', 'welke pagina', pageNumber, 1)
    .option('--alle', 'alle pagina’s achter elkaar')
    .addHelpText(
      'after',
      examples('organisatie lijst --importstatus dubbelenGevonden --sorteer naam', 'organisatie lijst --bron lrk --alle > lrk.tsv'),
    )
    .action(acting((session, options: ListOptions) => list(session, options)));
  organisation
    .command('toon')
    .description('Toon één geïmporteerde organisatie met alle bevindingen.')
    .argument('<id>', 'BronID, of het G!DS-ID')
    .option('--bron <bron>', 'alleen in deze bron zoeken')
    .option('--bron-id', 'lees <id> als BronID')
    .option('--gids-id', 'lees <id> als G!DS-ID')
    .addHelpText('after', examples('organisatie toon 00AP00', 'organisatie toon 884213 --gids-id'))
    .action(acting((session, id: string, options: ShowOptions) => show(session, id, options)));
}

const codes = (terms: Readonly<Record<string, { readonly api: string }>>): string => Object.values(terms).map(({ api }) => api).join(', ');

function list({ gateway, output }: Session, options: ListOptions): Promise<ExitCode> {
  const { importstatus, publicatieactie, naam, bron, sorteer, pagina, alle } = options;
  const filter = { importstatus, publicatieactie, naam, bron, sort: sorteer, pageSize: alle ? largestPage : recordsPerPage, count: true };
  return showList(output, {
    columns: recordColumns,
    noun: ['organisatie', 'organisaties'],
    ask: (page) => gateway.get(pageSchema(importRecordSchema), recordsPath, { ...filter, page }),
    firstPage: alle ? 1 : pagina,
    all: alle === true,
  });
}

async function show({ gateway, output }: Session, id: string, { bron, bronId, gidsId }: ShowOptions): Promise<ExitCode> {
  const only = bronId === gidsId ? undefined : bronId ? 'bronId' : 'gidsId';
  const match = onlyOne(id, await findRecords(gateway, id, bron, only));
  const record = await gateway.get(importRecordDetailSchema, recordPath(match.record.id));
  if (output.json) output.resultJson(record);
  else output.result(...recordLines(record, output.paint));
  return exitCodes.ok;
}

/** @throws CommandFailed when there is no match, or more than one to choose from */
function onlyOne(id: string, matches: readonly Match[]): Match {
  const [match] = matches;
  if (!match) throw new CommandFailed(`Er is geen geïmporteerde organisatie met BronID of G!DS-ID ${id}.`);
  if (matches.length === 1) return match;
  const sentence = `Er zijn ${matches.length} organisaties die met ${id} bedoeld kunnen zijn. Kies er een:`;
  throw new CommandFailed(sentence, exitCodes.usage, matches.map(choiceLine));
}

const kindFlags: Readonly<Record<IdKind, string>> = { bronId: '--bron-id', gidsId: '--gids-id' };

function choiceLine({ foundBy, record }: Match): string {
  const who = [record.naam, record.plaats].filter(Boolean).join(', ');
  const from = record.bron ? ` --bron ${record.bron}` : '';
  return `${foundBy === 'bronId' ? 'BronID' : 'G!DS-ID'} van ${who}: ${kindFlags[foundBy]}${from}`;
}
