import type { Command } from 'commander';
import { examples } from '../commandline/dutch-help.js';
import { showList } from '../commandline/listing.js';
import { pageNumber } from '../commandline/option-values.js';
import type { Acting, Session } from '../commandline/session.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { accountPath, accountSchema, accountsPath, createdAccountSchema, type Account } from '../gateway/account.js';
import { pageSchema } from '../gateway/page.js';
import type { Column } from '../terminal/table.js';

interface CreateOptions {
  readonly email?: string;
  readonly weergavenaam?: string;
  readonly systeembeheerder?: true;
}

interface ListOptions {
  readonly zoek?: string;
  readonly pagina: number;
}

interface BlockOptions {
  readonly opheffen?: true;
}

const accountsPerPage = 100;

/** `account maak|lijst|blokkeer`; for who is systeembeheerder. */
export function addAccountCommands(program: Command, acting: Acting): void {
  const account = program.command('account').description('Wie zich kan aanmelden.');
  account
    .command('maak')
    .description('Maak een account; het eenmalige wachtwoord wordt maar één keer getoond.')
    .argument('<naam>', 'waarmee de persoon zich aanmeldt: kleine letters en cijfers')
    .option('--email <adres>', 'waar berichten naartoe gaan')
    .option('--weergavenaam <naam>', 'naam voor mensen')
    .option('--systeembeheerder', 'mag accounts, rechten en instellingen beheren')
    .addHelpText('after', examples('account maak m.devries --email m.devries@voorbeeld.nl --weergavenaam "Marieke de Vries"'))
    .action(acting((session, name: string, options: CreateOptions) => create(session, name, options)));
  account
    .command('lijst')
    .description('Toon de accounts.')
    .option('--zoek <tekst>', 'deel van naam, weergavenaam of e-mailadres')
    .option('--pagina <nummer>', 'welke pagina', pageNumber, 1)
    .addHelpText('after', examples('account lijst', 'account lijst --zoek vries'))
    .action(acting((session, options: ListOptions) => list(session, options)));
  account
    .command('blokkeer')
    .description('Blokkeer een account; wie aangemeld is, is dat meteen niet meer.')
    .argument('<naam>', 'naam van het account')
    .option('--opheffen', 'laat de persoon weer toe')
    .addHelpText('after', examples('account blokkeer m.devries', 'account blokkeer m.devries --opheffen'))
    .action(acting((session, name: string, options: BlockOptions) => block(session, name, options)));
}

async function create({ gateway, output }: Session, naam: string, options: CreateOptions): Promise<ExitCode> {
  const made = await gateway.post(createdAccountSchema, accountsPath, { naam, ...options });
  if (output.json) {
    output.resultJson(made);
    return exitCodes.ok;
  }
  output.notice(`Account ${made.naam} is gemaakt. Eenmalig wachtwoord, dat maar één keer getoond wordt:`);
  output.result(made.eenmaligWachtwoord);
  return exitCodes.ok;
}

function list({ gateway, output }: Session, { zoek, pagina }: ListOptions): Promise<ExitCode> {
  const query = { search: zoek, pageSize: accountsPerPage, count: true };
  const ask = (page: number) => gateway.get(pageSchema(accountSchema), accountsPath, { ...query, page });
  return showList(output, { columns: accountColumns, noun: ['account', 'accounts'], ask, firstPage: pagina, all: false });
}

/** On the version that it just read. */
async function block({ gateway, output }: Session, name: string, { opheffen }: BlockOptions): Promise<ExitCode> {
  const { versie } = await gateway.get(accountSchema, accountPath(name));
  const changed = await gateway.write(accountSchema, 'PATCH', accountPath(name), versie, { geblokkeerd: !opheffen });
  if (output.json) output.resultJson(changed);
  else output.result(changed.geblokkeerd ? `Account ${changed.naam} is geblokkeerd.` : `Account ${changed.naam} is weer toegelaten.`);
  return exitCodes.ok;
}

const accountColumns: readonly Column<Account>[] = [
  { title: 'Account', text: ({ naam }) => naam },
  { title: 'Naam', text: ({ weergavenaam }) => weergavenaam ?? '', elastic: true },
  { title: 'E-mailadres', text: ({ email }) => email ?? '', elastic: true },
  { title: 'Rol', text: ({ systeembeheerder }) => (systeembeheerder ? 'systeembeheerder' : '') },
  { title: 'Importrecht', text: ({ importrechten }) => importrechten.join(', '), code: ({ importrechten }) => importrechten.join(',') },
  {
    title: 'Toegang',
    text: ({ geblokkeerd }) => (geblokkeerd ? 'geblokkeerd' : 'ja'),
    tone: ({ geblokkeerd }) => (geblokkeerd ? 'attention' : undefined),
  },
];
