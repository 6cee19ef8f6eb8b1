import { importStatusTerms, publicationActionTerms } from '@gids/contracts';
import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { largestPage, showList } from '../commandline/listing.js';
import { choices, pageNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { importRecordSchema, recordsPath } from '../gateway/import-record.js';
import { pageSchema } from '../gateway/page.js';
import { addCopyCommand } from './copy-command.js';
import { addDecisionCommands } from './decision-commands.js';
import { picking, pickRecord, type PickOptions } from './pick-record.js';
import { recordColumns, recordLines, whyLines } from './record-lines.js';

interface ListOptions {
  readonly importstatus?: string;
  readonly publicatieactie?: string;
  readonly naam?: string;
  readonly bron?: string;
  readonly sorteer?: string;
  readonly pagina: number;
  readonly alle?: true;
}

const recordsPerPage = 100;

/** `organisatie lijst|toon|waarom`, and what is decided on one. */
export function addOrganisationCommands(program: Command, acting: Acting): void {
  const organisation = program.command('organisatie').description('Geïmporteerde organisaties opzoeken, bekijken en erover beslissen.');
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
  picking(organisation.command('toon'))
    .description('Toon één geïmporteerde organisatie met alle bevindingen.')
    .addHelpText('after', examples('organisatie toon 00AP00', 'organisatie toon 884213 --gids-id'))
    .action(acting((session, id: string, options: PickOptions) => show(session, id, options, recordLines)));
  picking(organisation.command('waarom'))
    .description('Zeg waarom een organisatie wel of niet zichtbaar is, en waar zij een dubbele van kan zijn.')
    .addHelpText('after', examples('organisatie waarom 00AP00'))
    .action(acting((session, id: string, options: PickOptions) => show(session, id, options, whyLines)));
  addDecisionCommands(organisation, acting);
  addCopyCommand(organisation, acting);
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

async function show({ gateway, output }: Session, id: string, options: PickOptions, linesOf: typeof recordLines): Promise<ExitCode> {
  const record = await pickRecord(gateway, id, options);
  if (output.json) output.resultJson(record);
  else output.result(...linesOf(record, output.paint));
  return exitCodes.ok;
}
