import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { listLines } from '../commandline/listing.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { importSourceSchema, importSourcesSchema, sourcePath, sourcesPath } from '../gateway/import-source.js';
import { sourceColumns, sourceLines } from './source-lines.js';

/** `bron lijst|toon`. */
export function addSourceCommands(program: Command, acting: Acting): void {
  const source = program.command('bron').description('Importbronnen bekijken: waar de gegevens vandaan komen.');
  source
    .command('lijst')
    .description('Toon alle importbronnen met hun laatste run.')
    .addHelpText('after', examples('bron lijst'))
    .action(acting((session) => listSources(session)));
  source
    .command('toon')
    .description('Toon één importbron met een samenvatting van de laatste run.')
    .argument('<bron>', 'id van de bron, zoals duo-po of lrk')
    .addHelpText('after', examples('bron toon duo-po'))
    .action(acting((session, id: string) => showSource(session, id)));
}

async function listSources({ gateway, output }: Session): Promise<ExitCode> {
  const all = await gateway.get(importSourcesSchema, sourcesPath);
  if (output.json) output.resultJson(all);
  else output.result(...listLines(output, sourceColumns, all._embedded.item));
  return exitCodes.ok;
}

async function showSource({ gateway, output }: Session, id: string): Promise<ExitCode> {
  const source = await gateway.get(importSourceSchema, sourcePath(id));
  if (output.json) output.resultJson(source);
  else output.result(...sourceLines(source, output.paint));
  return exitCodes.ok;
}
