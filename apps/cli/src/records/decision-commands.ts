import { publicationActionTerms } from '@gids/contracts';
import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { choice, gidsIdNumber, recordCount } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { CommandFailed, exitCodes, type ExitCode } from '../exit-code.js';
import { importRecordDetailSchema, linkPath, recordPath, type ImportRecordDetail } from '../gateway/import-record.js';
import { printable } from '../terminal/printable.js';
import { changeManyActions, type BulkOptions } from './bulk-action.js';
import { picking, pickRecord, type PickOptions } from './pick-record.js';
import { labelOf } from './record-words.js';

interface ActionOptions extends PickOptions, Partial<BulkOptions> {
  readonly ontkoppel?: true;
}

/** `organisatie publicatieactie|koppel|ontkoppel|toelichting`: each on the version that it just read. */
export function addDecisionCommands(organisation: Command, acting: Acting): void {
  const actions = Object.values(publicationActionTerms).map(({ api }) => api);
  picking(organisation.command('publicatieactie'))
    .description('Wijzig de publicatieactie; zij werkt meteen.')
    .argument('[actie]', actions.join(', '), choice(publicationActionTerms))
    .option('--filter <voorwaarden>', 'alles wat hieraan voldoet, in plaats van <id>: importstatus=dubbelenGevonden&naam=regenboog')
    .option('--verwacht <aantal>', 'hoeveel records dat zijn; anders verandert er niets', recordCount)
    .option('--ja', 'wijzig ze echt')
    .option('--ontkoppel', 'ontkoppel een gekoppelde organisatie in dezelfde handeling')
    .addHelpText('after', examples('organisatie publicatieactie 00AP00 nietZichtbaar', 'organisatie publicatieactie 00AP00 zichtbaarNaSucces --ontkoppel', 'organisatie publicatieactie nietZichtbaar --filter "importstatus=dubbelenGevonden&bron=lrk" --verwacht 342 --ja'))
    .action(acting((session, id: string, action: string | undefined, options: ActionOptions) => changeActions(session, id, action, options)));
  picking(organisation.command('koppel'))
    .description('Koppel aan een organisatie van G!DS; kan alleen met publicatieactie nietZichtbaar.')
    .argument('<gidsId>', 'G!DS-ID van de organisatie om aan te koppelen', gidsIdNumber)
    .addHelpText('after', examples('organisatie koppel 00AP00 102938'))
    .action(acting((session, id: string, target: number, options: PickOptions) => link(session, id, target, options)));
  picking(organisation.command('ontkoppel'))
    .description('Beëindig de koppeling.')
    .addHelpText('after', examples('organisatie ontkoppel 00AP00'))
    .action(acting((session, id: string, options: PickOptions) => unlink(session, id, options)));
  picking(organisation.command('toelichting'))
    .description('Sla uw toelichting op; een lege tekst haalt haar weg.')
    .argument('<tekst>', 'de toelichting')
    .addHelpText('after', examples('organisatie toelichting 00AP00 "Afgesproken met de school: niet tonen"'))
    .action(acting((session, id: string, note: string, options: PickOptions) => saveNote(session, id, note, options)));
}

/** With a filter the one word is the action, and without it the record. */
function changeActions(session: Session, id: string, action: string | undefined, options: ActionOptions): Promise<ExitCode> {
  if (options.filter !== undefined) return changeManyActions(session, action ?? id, { ...options, filter: options.filter });
  if (action === undefined) throw new CommandFailed('Geef ook de publicatieactie: organisatie publicatieactie <id> <actie>.', exitCodes.usage);
  return changeAction(session, id, action, options);
}

async function changeAction(session: Session, id: string, publicatieactie: string, options: ActionOptions): Promise<ExitCode> {
  const { gateway } = session;
  const seen = await pickRecord(gateway, id, options);
  const change = { publicatieactie, ...(options.ontkoppel && { ontkoppelen: true }) };
  const record = await gateway.write(importRecordDetailSchema, 'PATCH', recordPath(seen.id), seen.versie, change);
  return tell(session, record, labelOf(record.publicatieactie));
}

async function link(session: Session, id: string, gidsOrganisatieId: number, options: PickOptions): Promise<ExitCode> {
  const { gateway } = session;
  const seen = await pickRecord(gateway, id, options);
  const record = await gateway.write(importRecordDetailSchema, 'PUT', linkPath(seen.id), seen.versie, { gidsOrganisatieId });
  return tell(session, record, `gekoppeld aan G!DS ${gidsOrganisatieId}`);
}

async function unlink(session: Session, id: string, options: PickOptions): Promise<ExitCode> {
  const { gateway } = session;
  const seen = await pickRecord(gateway, id, options);
  const record = await gateway.write(importRecordDetailSchema, 'DELETE', linkPath(seen.id), seen.versie);
  return tell(session, record, 'niet meer gekoppeld');
}

async function saveNote(session: Session, id: string, importToelichting: string, options: PickOptions): Promise<ExitCode> {
  const { gateway } = session;
  const seen = await pickRecord(gateway, id, options);
  const record = await gateway.write(importRecordDetailSchema, 'PATCH', recordPath(seen.id), seen.versie, { importToelichting });
  return tell(session, record, record.importToelichting ? 'toelichting opgeslagen' : 'toelichting weggehaald');
}

/** Says what became of the record, and why it is or is not visible now. */
function tell({ output }: Session, record: ImportRecordDetail, what: string): ExitCode {
  if (output.json) output.resultJson(record);
  else output.result(`${printable(record.naam)} (${printable(record.bronId)}): ${what}.`, ...(record.waarom ? [printable(record.waarom)] : []));
  return exitCodes.ok;
}
