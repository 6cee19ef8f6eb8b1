import { serviceNames } from '@gids/contracts';
import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { listLines, showList } from '../commandline/listing.js';
import { pageNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { CommandFailed, exitCodes, type ExitCode } from '../exit-code.js';
import { pageSchema } from '../gateway/page.js';
import { allQueuesSchema, deadLetterPath, deadLetterSchema, deadLettersPath, queuesPath, redrivenSchema, redrivePath } from '../gateway/queue.js';
import { countedText } from '../terminal/figures.js';
import { deadLetterColumns, deadLetterLines, queueColumns, queueRows } from './queue-lines.js';

interface ShowOptions {
  readonly pagina: number;
}

interface RedriveOptions {
  readonly alles?: true;
}

const lettersPerPage = 100;

/** `wachtrij status|toon|opnieuw`. */
export function addQueueCommands(program: Command, acting: Acting): void {
  const service = serviceNames.join(', ');
  const queue = program.command('wachtrij').description('Wachtrijen bekijken, en berichten die terzijde gelegd zijn opnieuw versturen.');
  queue
    .command('status')
    .description('Toon per dienst wat er wacht en wat er terzijde gelegd is.')
    .addHelpText('after', examples('wachtrij status'))
    .action(acting((session) => status(session)));
  queue
    .command('toon')
    .description('Toon de berichten die een dienst terzijde gelegd heeft, of één daarvan met zijn inhoud.')
    .argument('<dienst>', service)
    .argument('[id]', 'id van het bericht')
    .option('--pagina <nummer>', 'welke pagina', pageNumber, 1)
    .addHelpText('after', examples('wachtrij toon mapper', 'wachtrij toon mapper 019a9f3e-7a10-7cc3-98c4-dc0c0c07398f'))
    .action(acting((session, name: string, id: string | undefined, options: ShowOptions) => show(session, name, id, options)));
  queue
    .command('opnieuw')
    .description('Verstuur terzijde gelegde berichten opnieuw; wat al verwerkt was, wordt niet nog eens gedaan.')
    .argument('<dienst>', service)
    .argument('[id...]', 'id van de berichten')
    .option('--alles', 'alle berichten van de dienst die op een beslissing wachten')
    .addHelpText('after', examples('wachtrij opnieuw mapper --alles', 'wachtrij opnieuw mapper 019a9f3e-7a10-7cc3-98c4-dc0c0c07398f'))
    .action(acting((session, name: string, ids: string[], options: RedriveOptions) => redrive(session, name, ids, options)));
}

async function status({ gateway, output }: Session): Promise<ExitCode> {
  const all = await gateway.get(allQueuesSchema, queuesPath);
  if (output.json) output.resultJson(all);
  else output.result(...listLines(output, queueColumns, queueRows(all._embedded.item)));
  return exitCodes.ok;
}

async function show({ gateway, output }: Session, service: string, id: string | undefined, { pagina }: ShowOptions): Promise<ExitCode> {
  if (id === undefined) {
    const query = { status: 'open', pageSize: lettersPerPage, count: true };
    const ask = (page: number) => gateway.get(pageSchema(deadLetterSchema), deadLettersPath(service), { ...query, page });
    return showList(output, { columns: deadLetterColumns, noun: ['bericht', 'berichten'], ask, firstPage: pagina, all: false });
  }
  const letter = await gateway.get(deadLetterSchema, deadLetterPath(service, id));
  if (output.json) output.resultJson(letter);
  else output.result(...deadLetterLines(letter));
  return exitCodes.ok;
}

async function redrive({ gateway, output }: Session, service: string, ids: readonly string[], { alles }: RedriveOptions): Promise<ExitCode> {
  if (ids.length > 0 === (alles === true)) {
    throw new CommandFailed('Geef de id’s van de berichten, of --alles voor alle berichten van de dienst; niet allebei.', exitCodes.usage);
  }
  const answer = await gateway.post(redrivenSchema, redrivePath(service), alles ? {} : { ids });
  if (output.json) output.resultJson(answer);
  else output.result(`${countedText(answer.opnieuwVerstuurd, 'bericht', 'berichten')} opnieuw verstuurd.`);
  return exitCodes.ok;
}
