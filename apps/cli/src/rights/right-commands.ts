import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { showList } from '../commandline/listing.js';
import { pageNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { importRightPath, importRightSchema, importRightsPath, type ImportRight } from '../gateway/import-right.js';
import { pageSchema } from '../gateway/page.js';
import { momentText } from '../terminal/figures.js';
import type { Column } from '../terminal/table.js';

interface ListOptions {
  readonly account?: string;
  readonly import?: string;
  readonly pagina: number;
}

const rightsPerPage = 100;

/** `recht geef|trek-in|lijst`: the importrecht, which only a systeembeheerder gives (R79). */
export function addRightCommands(program: Command, acting: Acting): void {
  const right = program.command('recht').description('Importrechten: wie welke import mag beheren.');
  right
    .command('geef')
    .description('Geef iemand het importrecht van een import; het geldt meteen.')
    .argument('<account>', 'naam van het account')
    .argument('<import>', 'de import, zoals duo of lrk')
    .addHelpText('after', examples('recht geef m.devries duo'))
    .action(acting((session, account: string, importId: string) => grant(session, account, importId)));
  right
    .command('trek-in')
    .description('Trek een importrecht in; het geldt meteen niet meer.')
    .argument('<account>', 'naam van het account')
    .argument('<import>', 'de import, zoals duo of lrk')
    .addHelpText('after', examples('recht trek-in m.devries duo'))
    .action(acting((session, account: string, importId: string) => withdraw(session, account, importId)));
  right
    .command('lijst')
    .description('Toon de importrechten.')
    .option('--account <naam>', 'alleen van deze persoon')
    .option('--import <import>', 'alleen van deze import')
    .option('--pagina <nummer>', 'welke pagina', pageNumber, 1)
    .addHelpText('after', examples('recht lijst', 'recht lijst --import duo'))
    .action(acting((session, options: ListOptions) => list(session, options)));
}

async function grant({ gateway, output }: Session, account: string, importId: string): Promise<ExitCode> {
  const right = await gateway.post(importRightSchema, importRightsPath, { account, import: importId });
  if (output.json) output.resultJson(right);
  else output.result(`${right.account} heeft het importrecht van ${right.import}.`);
  return exitCodes.ok;
}

async function withdraw({ gateway, output }: Session, account: string, importId: string): Promise<ExitCode> {
  await gateway.remove(importRightPath(importId, account));
  if (output.json) output.resultJson({ account, import: importId });
  else output.result(`Het importrecht van ${account} op ${importId} is ingetrokken.`);
  return exitCodes.ok;
}

function list({ gateway, output }: Session, { account, import: importId, pagina }: ListOptions): Promise<ExitCode> {
  const query = { account, import: importId, pageSize: rightsPerPage, count: true };
  const ask = (page: number) => gateway.get(pageSchema(importRightSchema), importRightsPath, { ...query, page });
  return showList(output, { columns: rightColumns, noun: ['importrecht', 'importrechten'], ask, firstPage: pagina, all: false });
}

const rightColumns: readonly Column<ImportRight>[] = [
  { title: 'Account', text: ({ account }) => account },
  { title: 'Import', text: (right) => right.import },
  { title: 'Gegeven door', text: ({ gegevenDoor }) => gegevenDoor, elastic: true },
  { title: 'Gegeven op', text: ({ gegevenOp }) => momentText(gegevenOp), code: ({ gegevenOp }) => gegevenOp },
];
