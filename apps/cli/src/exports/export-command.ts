import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import type { Acting, Session } from '../commandline/session.js';
import { CommandFailed, exitCodes, type ExitCode } from '../exit-code.js';
import { recordsPath } from '../gateway/import-record.js';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface ExportOptions {
  readonly csv?: true;
  readonly xlsx?: true;
  readonly filter?: string;
  readonly naar?: string;
}

/** `export <bron> --csv|--xlsx`: the whole list of a source as a file, as the screen exports it (R80). */
export function addExportCommand(program: Command, acting: Acting): void {
  program
    .command('export')
    .description('Zet de geïmporteerde organisaties van een bron in een bestand.')
    .argument('<bron>', 'id van de bron, zoals duo-po')
    .option('--csv', 'als CSV')
    .option('--xlsx', 'als rekenblad (XLSX)')
    .option('--filter <voorwaarden>', 'alleen wat hieraan voldoet, zoals importstatus=dubbelenGevonden&zichtbaar=false')
    .option('--naar <bestand>', 'hierheen; anders naar <bron>.csv of <bron>.xlsx')
    .addHelpText('after', examples('export duo-po --csv', 'export lrk --xlsx --filter importstatus=dubbelenGevonden --naar dubbelen.xlsx'))
    .action(acting((session, source: string, options: ExportOptions) => exportList(session, source, options)));
}

/** @throws CommandFailed where not exactly one form is asked for */
async function exportList({ gateway, output }: Session, bron: string, { csv, xlsx, filter = '', naar }: ExportOptions): Promise<ExitCode> {
  if (csv === xlsx) throw new CommandFailed('Kies --csv of --xlsx.', exitCodes.usage);
  const file = naar ?? `${bron}.${csv ? 'csv' : 'xlsx'}`;
  const query = { ...Object.fromEntries(new URLSearchParams(filter)), bron };
  await pipeline(await gateway.download(recordsPath, query, csv ? 'text/csv' : xlsxType), createWriteStream(file));
  output.result(`Geschreven: ${file}`);
  return exitCodes.ok;
}
