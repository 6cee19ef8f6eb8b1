import { heldRunDecisionTerms } from '@gids/contracts';
import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { largestPage, showList } from '../commandline/listing.js';
import { choices, pageNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { pageSchema } from '../gateway/page.js';
import { decisionsPath, runSchema, stagedRowSchema, stagedRowsPath } from '../gateway/run.js';
import { programName } from '../program-name.js';
import { printable } from '../terminal/printable.js';
import { phaseLabel } from './run-words.js';
import { stagedOutcomeTerms, stagedRowColumns } from './staged-row-columns.js';

interface DecideOptions {
  readonly reden: string;
  readonly zonderVerwijderen?: true;
}

interface RowsOptions {
  readonly uitkomst?: string;
  readonly pagina: number;
  readonly alle?: true;
}

type Decision = (typeof heldRunDecisionTerms)[keyof typeof heldRunDecisionTerms];

const exampleId = '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f';
const rowsPerPage = 100;

/** `run toestaan|weiger|regels`: what a person does with a run that waits (R8). */
export function addHeldRunCommands(run: Command, acting: Acting): void {
  const { APPLY, APPLY_WITHOUT_REMOVALS, REFUSE } = heldRunDecisionTerms;
  run
    .command('toestaan')
    .description('Laat een run die op akkoord wacht doorgaan.')
    .argument('<run>', 'id van de run')
    .requiredOption('--reden <tekst>', 'waarom de run mag doorgaan')
    .option('--zonder-verwijderen', 'voeg alleen toe en wijzig; laat staan wat niet meer in de bron staat')
    .addHelpText('after', examples(`run toestaan ${exampleId} --reden "Nagevraagd bij DUO"`, `run toestaan ${exampleId} --reden "Bestand niet compleet" --zonder-verwijderen`))
    .action(acting((session, id: string, options: DecideOptions) => decide(session, id, options.zonderVerwijderen ? APPLY_WITHOUT_REMOVALS : APPLY, options.reden)));
  run
    .command('weiger')
    .description('Weiger een run die op akkoord wacht; er wordt niets gewijzigd.')
    .argument('<run>', 'id van de run')
    .requiredOption('--reden <tekst>', 'waarom de run niet mag doorgaan')
    .addHelpText('after', examples(`run weiger ${exampleId} --reden "Bestand is niet compleet"`))
    .action(acting((session, id: string, options: DecideOptions) => decide(session, id, REFUSE, options.reden)));
  run
    .command('regels')
    .description('Toon precies welke records een run die op akkoord wacht zou raken.')
    .argument('<run>', 'id van de run')
    .option('--uitkomst <uitkomst>', `alleen met deze uitkomst: ${Object.values(stagedOutcomeTerms).map(({ api }) => api).join(', ')}`, choices(stagedOutcomeTerms))
    .option('--pagina <nummer>', 'welke pagina', pageNumber, 1)
    .option('--alle', 'alle pagina’s achter elkaar')
    .addHelpText('after', examples(`run regels ${exampleId}`, `run regels ${exampleId} --uitkomst verdwenen --alle > verdwenen.tsv`))
    .action(acting((session, id: string, options: RowsOptions) => rows(session, id, options)));
}

async function decide({ gateway, output }: Session, id: string, { api, label }: Decision, reden: string): Promise<ExitCode> {
  const run = await gateway.post(runSchema, decisionsPath(id), { besluit: api, reden });
  if (output.json) output.resultJson(run);
  else output.result(`${label}: run ${run.id} van ${printable(run.bron)} (${phaseLabel(run)}).`);
  if (api !== heldRunDecisionTerms.REFUSE.api) output.notice(`Volgen: ${programName} run volg ${run.id}`);
  return exitCodes.ok;
}

function rows({ gateway, output }: Session, id: string, { uitkomst, pagina, alle }: RowsOptions): Promise<ExitCode> {
  const query = { uitkomst, pageSize: alle ? largestPage : rowsPerPage, count: true };
  return showList(output, {
    columns: stagedRowColumns,
    noun: ['regel', 'regels'],
    ask: (page) => gateway.get(pageSchema(stagedRowSchema), stagedRowsPath(id), { ...query, page }),
    firstPage: alle ? 1 : pagina,
    all: alle === true,
  });
}
