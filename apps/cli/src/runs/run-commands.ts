import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { showList } from '../commandline/listing.js';
import { pageNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { pageSchema } from '../gateway/page.js';
import { runPath, runSchema, runsPath, type Run } from '../gateway/run.js';
import { programName } from '../program-name.js';
import { addControlCommands } from './control-commands.js';
import { addHeldRunCommands } from './held-run-commands.js';
import { progressDisplay } from './progress-display.js';
import { runColumns } from './run-columns.js';
import { summaryOf } from './run-summary.js';
import { phaseLabel } from './run-words.js';
import { startRun } from './start-run.js';
import { waitForRun } from './wait-for-run.js';

interface StartOptions {
  readonly vanBestand?: string;
  readonly volledig?: true;
  readonly wacht?: true;
}

interface ListOptions {
  readonly bron?: string;
  readonly pagina: number;
}

const runsPerPage = 25;

/** `run start|volg|toon|lijst`, and what is decided on a run that waits. */
export function addRunCommands(program: Command, acting: Acting): void {
  const run = program.command('run').description('Imports starten, volgen en erover beslissen.');
  run
    .command('start')
    .description('Start een import van een bron: haal het bestand op, of stuur er zelf een.')
    .argument('<bron>', 'id van de bron, zoals duo-po of lrk')
    .option('--van-bestand <bestand>', 'stuur dit bestand in plaats van het bij de bron op te halen')
    .option('--volledig', 'verwerk ook de regels die niet gewijzigd zijn')
    .option('--wacht', 'wacht tot de run klaar is en toon de voortgang')
    .addHelpText(
      'after',
      examples('run start duo-po --wacht', 'run start lrk --van-bestand lrk.csv --wacht', 'run start duo-po --wacht --json > run.json'),
    )
    .action(acting((session, sourceId: string, options: StartOptions) => start(session, sourceId, options)));
  run
    .command('volg')
    .description('Wacht tot een run klaar is en toon de voortgang; stoppen met volgen stopt de run niet.')
    .argument('<run>', 'id van de run')
    .addHelpText('after', examples('run volg 019a9f3e-7a10-7cc3-98c4-dc0c0c07398f'))
    .action(acting((session, id: string) => waitForRun(session, id, progressDisplay(session.output))));
  run
    .command('toon')
    .description('Toon een run met zijn aantallen.')
    .argument('<run>', 'id van de run')
    .addHelpText('after', examples('run toon 019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', 'run toon 019a9f3e-7a10-7cc3-98c4-dc0c0c07398f --json'))
    .action(acting((session, id: string) => show(session, id)));
  run
    .command('lijst')
    .description('Toon de runs, de nieuwste eerst.')
    .option('--bron <bron>', 'alleen runs van deze bron')
    .option('--pagina <nummer>', 'welke pagina', pageNumber, 1)
    .addHelpText('after', examples('run lijst', 'run lijst --bron duo-po'))
    .action(acting((session, options: ListOptions) => list(session, options)));
  addHeldRunCommands(run, acting);
  addControlCommands(run, acting);
}

async function start(session: Session, sourceId: string, { vanBestand, volledig, wacht }: StartOptions): Promise<ExitCode> {
  const display = progressDisplay(session.output);
  const file = vanBestand === undefined ? undefined : session.pathOf(vanBestand);
  try {
    const run = await startRun(session, { sourceId, full: volledig === true, file }, display);
    if (wacht) return await waitForRun(session, run.id, display);
    display.end();
    tellStarted(session, run);
    return exitCodes.ok;
  } finally {
    display.end();
  }
}

function tellStarted({ output }: Session, run: Run): void {
  if (output.json) output.resultJson(run);
  else output.result(`Run ${run.id} van ${run.bron} is aangemaakt (${phaseLabel(run)}).`);
  output.notice(`Volgen: ${programName} run volg ${run.id}`);
}

async function show({ gateway, output }: Session, id: string): Promise<ExitCode> {
  const run = await gateway.get(runSchema, runPath(id));
  if (output.json) output.resultJson(run);
  else output.result(...summaryOf(run, output.paint));
  return exitCodes.ok;
}

function list({ gateway, output }: Session, { bron, pagina }: ListOptions): Promise<ExitCode> {
  const ask = (page: number) => gateway.get(pageSchema(runSchema), runsPath, { bronId: bron, page, pageSize: runsPerPage, count: true });
  return showList(output, { columns: runColumns, noun: ['run', 'runs'], ask, firstPage: pagina, all: false });
}
