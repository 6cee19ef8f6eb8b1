import type { Command } from 'commander';
import { z } from 'zod';
import { examples } from '../commandline/dutch-help.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { decisionsPath, runPath, runSchema } from '../gateway/run.js';
import { printable } from '../terminal/printable.js';
import { phaseLabel } from './run-words.js';

const exampleId = '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f';
const groupsSchema = z.looseObject({
  _embedded: z.looseObject({
    item: z.array(
      z.looseObject({ code: z.string(), veld: z.string(), ernst: z.string(), aantal: z.number(), voorbeeld: z.looseObject({ bronId: z.string().nullish(), regel: z.number().nullish(), melding: z.string() }) }),
    ),
  }),
});
type Group = z.infer<typeof groupsSchema>['_embedded']['item'][number];

/** `run stop|hervat|fouten`: control over a run, and what went wrong in it by cause (SCREENS §3.5). */
export function addControlCommands(run: Command, acting: Acting): void {
  run
    .command('stop')
    .description('Stop een run die bezig is: er gaat niets meer uit; wat uit is, blijft.')
    .argument('<run>', 'id van de run')
    .requiredOption('--reden <tekst>', 'waarom de run stopt')
    .addHelpText('after', examples(`run stop ${exampleId} --reden "Verkeerd bestand"`))
    .action(acting((session, id: string, { reden }: { reden: string }) => control(session, id, 'stoppen', reden)));
  run
    .command('hervat')
    .description('Laat een gestopte run verdergaan waar hij was.')
    .argument('<run>', 'id van de run')
    .requiredOption('--reden <tekst>', 'waarom de run verdergaat')
    .addHelpText('after', examples(`run hervat ${exampleId} --reden "Nagevraagd bij DUO"`))
    .action(acting((session, id: string, { reden }: { reden: string }) => control(session, id, 'hervatten', reden)));
  run
    .command('fouten')
    .description('Toon de fouten van een run per oorzaak, de meeste eerst.')
    .argument('<run>', 'id van de run')
    .addHelpText('after', examples(`run fouten ${exampleId}`))
    .action(acting((session, id: string) => errorGroups(session, id)));
}

async function control({ gateway, output }: Session, id: string, besluit: 'stoppen' | 'hervatten', reden: string): Promise<ExitCode> {
  const run = await gateway.post(runSchema, decisionsPath(id), { besluit, reden });
  if (output.json) output.resultJson(run);
  else output.result(`${besluit === 'stoppen' ? 'Gestopt' : 'Hervat'}: run ${run.id} van ${printable(run.bron)} (${phaseLabel(run)}).`);
  return exitCodes.ok;
}

async function errorGroups({ gateway, output }: Session, id: string): Promise<ExitCode> {
  const groups = await gateway.get(groupsSchema, `${runPath(id)}/foutgroepen`);
  const { item } = groups._embedded;
  if (output.json) output.resultJson(groups);
  else output.result(...(item.length === 0 ? ['Geen fouten.'] : item.map(lineOf)));
  return exitCodes.ok;
}

function lineOf({ code, veld, ernst, aantal, voorbeeld: { bronId, regel, melding } }: Group): string {
  const place = bronId ?? (typeof regel === 'number' ? `regel ${regel}` : '');
  return `${aantal} × ${printable(code)}${veld && ` (${printable(veld)})`}, ${printable(ernst)}; bijvoorbeeld ${printable(place)}: ${printable(melding)}`;
}
