import { Command } from 'commander';
import { addAccountCommands } from '../accounts/account-commands.js';
import { addExportCommand } from '../exports/export-command.js';
import { addKeyCommands } from '../keys/key-commands.js';
import { addOrganisationCommands } from '../records/organisation-commands.js';
import { addQueueCommands } from '../queues/queue-commands.js';
import { addRightCommands } from '../rights/right-commands.js';
import { addRunCommands } from '../runs/run-commands.js';
import { addSourceCommands } from '../sources/source-commands.js';
import type { OutputStream } from '../terminal/output.js';
import { dutchHelp, examples } from './dutch-help.js';
import { programName } from '../program-name.js';
import type { Acting } from './session.js';

const outcomes = `
Exitcodes:
  0  goed
  1  fout, of de run is mislukt of geweigerd
  2  de opdracht is niet goed getypt
  3  de run is klaar, maar er zijn regels met fouten
  4  de run wacht op akkoord
  5  geen recht, of geen geldig token
`;

/** @returns all commands; they write help to these streams and throw instead of ending the process */
export function createProgram(acting: Acting, stdout: OutputStream, stderr: OutputStream): Command {
  const program = new Command()
    .name(programName)
    .description('Importeert open data over scholen en kinderopvang in G!DS, en laat zien wat ervan gekomen is.')
    .option('--json', 'schrijf het resultaat als JSON')
    .option('--stil', 'schrijf alleen het resultaat en fouten')
    .option('--url <adres>', 'adres van de gateway (anders GIDS_URL, of http://127.0.0.1:3000)')
    .option('--token-bestand <bestand>', 'bestand met het machinetoken (anders GIDS_TOKEN, of machine-token in GIDS_DATA_DIR)')
    .helpOption('-h, --help', 'toon deze hulp')
    .helpCommand('help [opdracht]', 'toon hulp bij een opdracht')
    .configureHelp(dutchHelp)
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text), outputError: () => undefined })
    .exitOverride()
    .addHelpText('after', `${outcomes}${examples('run start duo-po --wacht', 'organisatie lijst --importstatus dubbelenGevonden')}`);
  addSourceCommands(program, acting);
  addRunCommands(program, acting);
  addOrganisationCommands(program, acting);
  addAccountCommands(program, acting);
  addRightCommands(program, acting);
  addKeyCommands(program, acting);
  addExportCommand(program, acting);
  addQueueCommands(program, acting);
  return program;
}
