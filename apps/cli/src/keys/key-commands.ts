import { InvalidArgumentError, type Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { showList } from '../commandline/listing.js';
import { pageNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { apiKeyPath, apiKeySchema, apiKeysPath, createdApiKeySchema, type ApiKey } from '../gateway/api-key.js';
import { pageSchema } from '../gateway/page.js';
import { momentText } from '../terminal/figures.js';
import type { Column } from '../terminal/table.js';

interface CreateOptions {
  /** RFC 3339. */
  readonly tot?: string;
}

interface ListOptions {
  readonly import?: string;
  readonly geldig?: true;
  readonly pagina: number;
}

const keysPerPage = 100;

/** `sleutel maak|trek-in|lijst`: the keys with which scripts deliver. */
export function addKeyCommands(program: Command, acting: Acting): void {
  const key = program.command('sleutel').description('Sleutels waarmee scripts een import aanleveren.');
  key
    .command('maak')
    .description('Maak een sleutel; hij wordt maar één keer getoond.')
    .argument('<naam>', 'naam van het script; per naam en import gelden er ten hoogste twee')
    .argument('<import>', 'de import die het script mag aanleveren, zoals duo of lrk')
    .option('--tot <datum>', 'laatste dag waarop hij geldt, zoals 2027-12-31 (anders een jaar)', endOfDay)
    .addHelpText('after', examples('sleutel maak duo-levering duo', 'sleutel maak duo-levering duo --tot 2027-12-31'))
    .action(acting((session, name: string, importId: string, options: CreateOptions) => create(session, name, importId, options)));
  key
    .command('trek-in')
    .description('Trek een sleutel in; hij geldt meteen niet meer.')
    .argument('<id>', 'id van de sleutel')
    .addHelpText('after', examples('sleutel trek-in 019a9f3e-7a10-7cc3-98c4-dc0c0c07398f'))
    .action(acting((session, id: string) => revoke(session, id)));
  key
    .command('lijst')
    .description('Toon de sleutels, zonder wat geheim is.')
    .option('--import <import>', 'alleen van deze import')
    .option('--geldig', 'alleen de sleutels die nu gelden')
    .option('--pagina <nummer>', 'welke pagina', pageNumber, 1)
    .addHelpText('after', examples('sleutel lijst', 'sleutel lijst --import duo --geldig'))
    .action(acting((session, options: ListOptions) => list(session, options)));
}

async function create({ gateway, output }: Session, naam: string, importId: string, { tot }: CreateOptions): Promise<ExitCode> {
  const made = await gateway.post(createdApiKeySchema, apiKeysPath, { naam, import: importId, ...(tot !== undefined && { verlooptOp: tot }) });
  if (output.json) {
    output.resultJson(made);
    return exitCodes.ok;
  }
  output.notice(`Sleutel ${made.begin} van ${made.naam} geldt tot ${momentText(made.verlooptOp)}. Hij wordt maar één keer getoond:`);
  output.result(made.sleutel);
  return exitCodes.ok;
}

async function revoke({ gateway, output }: Session, id: string): Promise<ExitCode> {
  await gateway.remove(apiKeyPath(id));
  if (output.json) output.resultJson({ id });
  else output.result(`Sleutel ${id} is ingetrokken.`);
  return exitCodes.ok;
}

function list({ gateway, output }: Session, { import: importId, geldig, pagina }: ListOptions): Promise<ExitCode> {
  const query = { import: importId, geldig, pageSize: keysPerPage, count: true };
  const ask = (page: number) => gateway.get(pageSchema(apiKeySchema), apiKeysPath, { ...query, page });
  return showList(output, { columns: keyColumns, noun: ['sleutel', 'sleutels'], ask, firstPage: pagina, all: false });
}

/** The last moment of a day, where the user is. */
function endOfDay(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const end = new Date(Number(year), Number(month) - 1, Number(day), 23, 59, 59);
  if (end.getMonth() === Number(month) - 1 && end.getDate() === Number(day)) return end.toISOString();
  throw new InvalidArgumentError('Geef een datum, zoals 2027-12-31.');
}

const keyColumns: readonly Column<ApiKey>[] = [
  { title: 'Sleutel', text: ({ id }) => id },
  { title: 'Naam', text: ({ naam }) => naam, elastic: true },
  { title: 'Import', text: (key) => key.import },
  { title: 'Begin', text: ({ begin }) => begin },
  { title: 'Geldt tot', text: ({ verlooptOp }) => momentText(verlooptOp), code: ({ verlooptOp }) => verlooptOp },
  {
    title: 'Laatst gebruikt',
    text: ({ laatstGebruiktOp }) => (laatstGebruiktOp ? momentText(laatstGebruiktOp) : 'nog niet'),
    code: ({ laatstGebruiktOp }) => laatstGebruiktOp ?? '',
  },
  {
    title: 'Geldig',
    text: ({ geldig }) => (geldig ? 'ja' : 'nee'),
    tone: ({ geldig }) => (geldig ? 'good' : 'quiet'),
  },
];
