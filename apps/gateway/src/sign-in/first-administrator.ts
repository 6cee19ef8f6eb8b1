import { assertMigrated, openDatabase } from '@gids/persistence';
import type { MikroORM } from '@mikro-orm/postgresql';
import { gatewayDatabase } from '../state/database.js';
import { Accounts } from './accounts.js';
import { MachineTokens } from './machine-tokens.js';
import { readOrWriteTokenFile } from './machine-token-file.js';
import { createSecret } from './secret.js';

const administratorName = 'beheerder';
const commandLineName = 'opdrachtregel';

/** How a new administrator signs in; the password is nowhere kept. */
export interface FirstAdministrator {
  readonly name: string;
  readonly password: string;
}

/**
 * Makes the account of the administrator on a gateway that has no account at all yet.
 * @returns the account with its password, once; undefined where there are accounts
 * @throws where the schema is older than the code
 */
export async function ensureFirstAdministrator(databaseUrl: string): Promise<FirstAdministrator | undefined> {
  const password = createSecret();
  const created = await withDatabase(databaseUrl, (orm) => new Accounts(orm).createFirst(administratorName, password, 'systeembeheerder'));
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
  const clock = () => new Date();
  await withDatabase(databaseUrl, (orm) => new MachineTokens(orm, clock).register(token, commandLineName, 'systeembeheerder'));
  return written;
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
