import { Transactions } from '@gids/messaging';
import { assertMigrated, openDatabase } from '@gids/persistence';
import { imports } from '@gids/sources';
import type { MikroORM } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { createFirstAccount, firstStart } from '../accounts/first-account.js';
import { AuditLog } from '../audit/audit-log.js';
import { gatewayDatabase } from '../state/database.js';
import { MachineTokens } from './machine-tokens.js';
import { readOrWriteTokenFile } from './machine-token-file.js';
import { hashPassword } from './password-hash.js';
import { createSecret } from './secret.js';

const administratorName = 'beheerder';
const commandLineName = 'opdrachtregel';

/** What is told waits in the outbox until a gateway that runs sees it. */
const noRelay = { poke: () => undefined };

/** How a new administrator signs in; the password is nowhere kept. */
export interface FirstAdministrator {
  readonly name: string;
  readonly password: string;
}

/**
 * Makes the account of the administrator, with every importrecht, on a gateway that has no account at all yet.
 * @returns the account with its password, once; undefined where there are accounts
 * @throws where the schema is older than the code
 */
export async function ensureFirstAdministrator(databaseUrl: string): Promise<FirstAdministrator | undefined> {
  const password = createSecret();
  const hash = await hashPassword(password);
  const created = await withDatabase(databaseUrl, async (orm) => {
    const made = await createFirstAccount(new Transactions('gateway', orm, noRelay), administratorName, hash);
    if (made) await recordFirstStart(orm, ...firstRights);
    return made;
  });
  return created ? { name: administratorName, password } : undefined;
}

/**
 * Sees to it that a file holds a machine token that the gateway knows: for the command line. A file that is
 * there keeps its token.
 * @param file written with mode 0600; its folder must be there
 * @returns whether the file was made now
 * @throws where the schema is older than the code, or the file can be neither read nor written
 */
export async function ensureMachineToken(databaseUrl: string, file: string): Promise<boolean> {
  const { token, written } = await readOrWriteTokenFile(file);
  await withDatabase(databaseUrl, async (orm) => {
    const added = await new MachineTokens(orm, clock).register(token, commandLineName);
    if (added) await recordFirstStart(orm, { operation: 'maakMachinetoken', object: `machinetokens/${commandLineName}` });
  });
  return written;
}

const clock = () => new Date();

/** What the first administrator gets, as the audit log calls it. */
const firstRights = [
  { operation: 'maakAccount', object: `accounts/${administratorName}` },
  ...imports.map(({ id }) => ({ operation: 'geefImportrecht', object: `importrechten/${id}/${administratorName}` })),
];

/** Nobody asked for the rights of a first start: the audit log says where they come from. */
async function recordFirstStart(orm: MikroORM, ...made: readonly { operation: string; object: string }[]): Promise<void> {
  const log = new AuditLog(orm, clock);
  const correlationId = uuidv7();
  for (const entry of made) {
    await log.record({ ...entry, actorKind: 'house', actor: firstStart, address: undefined, correlationId }, { status: 201 });
  }
}

async function withDatabase<Result>(url: string, work: (orm: MikroORM) => Promise<Result>): Promise<Result> {
  const orm = await openDatabase({ url, definition: gatewayDatabase, poolSize: 1, applicationName: 'gids gateway' });
  try {
    await assertMigrated(orm, gatewayDatabase.schema);
    return await work(orm);
  } finally {
    await orm.close();
  }
}
