import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { gidsIdNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { copiesPath, organisationCopySchema, type OrganisationCopy } from '../gateway/organisation-copy.js';
import { printable } from '../terminal/printable.js';

interface CopyOptions {
  readonly onder: number;
  readonly accountmanager: string;
  readonly metProducten?: true;
}

/** `organisatie kopieer` (KopieerOrganisatie, R63). */
export function addCopyCommand(organisation: Command, acting: Acting): void {
  organisation
    .command('kopieer')
    .description('Kopieer een organisatie onder een andere bovenliggende organisatie; met validatiefouten wordt zij niet zichtbaar.')
    .argument('<gidsId>', 'G!DS-ID van wat gekopieerd wordt', gidsIdNumber)
    .requiredOption('--onder <gidsId>', 'G!DS-ID van de nieuwe bovenliggende organisatie', gidsIdNumber)
    .requiredOption('--accountmanager <naam>', 'de nieuwe accountmanager')
    .option('--met-producten', 'kopieer de producten mee')
    .addHelpText('after', examples('organisatie kopieer 884213 --onder 100009 --accountmanager m.devries'))
    .action(acting((session, gidsId: number, options: CopyOptions) => copy(session, gidsId, options)));
}

async function copy({ gateway, output }: Session, gidsId: number, { onder, accountmanager, metProducten }: CopyOptions): Promise<ExitCode> {
  const order = { organisatieId: gidsId, bovenliggendeOrganisatieId: onder, accountmanager, ...(metProducten && { metProducten: true }) };
  const made = await gateway.post(organisationCopySchema, copiesPath, order);
  if (output.json) output.resultJson(made);
  else output.result(...copyLines(made));
  return exitCodes.ok;
}

/** R64: an invalid copy is there, but hidden; its errors say why. */
function copyLines({ gidsId, zichtbaar, organisatie, validatiefouten }: OrganisationCopy): string[] {
  const line = `${printable(organisatie.naam)} is gekopieerd: G!DS ${gidsId}, ${zichtbaar ? 'zichtbaar' : 'niet zichtbaar'}.`;
  return [line, ...validatiefouten.map(({ melding }) => `  - ${printable(melding)}`)];
}
