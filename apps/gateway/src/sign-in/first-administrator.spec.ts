import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportRightChanged, PersonChanged } from '@gids/contracts';
import { migrateService } from '@gids/service-host';
import { createTestDatabase, type TestDatabase } from '@gids/testing';
import pg from 'pg';
import { gateway } from '../gateway.js';
import { runAdministratorCommand } from './administrator-command.js';
import { ensureFirstAdministrator, ensureMachineToken } from './first-administrator.js';
import { hashOf } from './secret.js';

describe('the first start', () => {
  let database: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    database = await createTestDatabase();
    await migrateService(gateway, database.url);
    folder = await mkdtemp(join(tmpdir(), 'gids-token-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    await database.drop();
  });

  async function query<Row extends object>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  it('makes one administrator with a random password, once, however many start together', async () => {
    const made = await Promise.all([ensureFirstAdministrator(database.url), ensureFirstAdministrator(database.url)]);
    const [administrator, ...others] = made.filter((one) => one !== undefined);
    expect(administrator).toEqual({ name: 'beheerder', password: expect.stringMatching(/^[\w-]{43}$/) });
    expect(others).toEqual([]);
    expect(await ensureFirstAdministrator(database.url)).toBeUndefined();
    const accounts = await query<{ password_hash: string }>('SELECT password_hash, system_administrator, must_change_password FROM gateway.account');
    expect(accounts).toEqual([{ password_hash: expect.stringContaining('$argon2id$'), system_administrator: true, must_change_password: false }]);
    expect(accounts[0]?.password_hash).not.toContain(administrator?.password);
  });

  it('R78 gives the first administrator the importrecht of every import, and leaves word for who must know', async () => {
    await Promise.all([ensureFirstAdministrator(database.url), ensureFirstAdministrator(database.url)]);
    expect(await query('SELECT import_id, granted_by FROM gateway.import_right ORDER BY import_id')).toEqual([
      { import_id: 'duo', granted_by: 'eerste start' },
      { import_id: 'lrk', granted_by: 'eerste start' },
    ]);
    const waiting = await query<{ type: string }>('SELECT type FROM gateway.outbox ORDER BY seq');
    expect(waiting.map(({ type }) => type).sort()).toEqual([ImportRightChanged.type, PersonChanged.type].sort());
  });

  it('e27 writes in the audit log that the rights are of the first start', async () => {
    const file = join(folder, 'machine-token');
    const start = async () => {
      await ensureFirstAdministrator(database.url);
      await ensureMachineToken(database.url, file);
    };
    await start();
    await start();
    expect(await query('SELECT actor_kind, actor, operation, object FROM gateway.audit_entry ORDER BY id')).toEqual([
      { actor_kind: 'house', actor: 'eerste start', operation: 'maakAccount', object: 'accounts/beheerder' },
      { actor_kind: 'house', actor: 'eerste start', operation: 'geefImportrecht', object: 'importrechten/duo/beheerder' },
      { actor_kind: 'house', actor: 'eerste start', operation: 'geefImportrecht', object: 'importrechten/lrk/beheerder' },
      { actor_kind: 'house', actor: 'eerste start', operation: 'maakMachinetoken', object: 'machinetokens/opdrachtregel' },
    ]);
  });

  it('writes a machine token that only its owner reads, and stores its hash', async () => {
    const file = join(folder, 'machine-token');
    expect(await ensureMachineToken(database.url, file)).toBe(true);
    const token = (await readFile(file, 'utf8')).trim();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['machine-token']);
    expect(await query('SELECT name, token_hash FROM gateway.machine_token')).toEqual([{ name: 'opdrachtregel', token_hash: hashOf(token) }]);
  });

  it('keeps a token that is there, and closes it to others', async () => {
    const file = join(folder, 'machine-token');
    await ensureMachineToken(database.url, file);
    const token = await readFile(file, 'utf8');
    await chmod(file, 0o644);
    await query('DELETE FROM gateway.machine_token');
    expect(await ensureMachineToken(database.url, file)).toBe(false);
    expect(await readFile(file, 'utf8')).toBe(token);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await query('SELECT token_hash FROM gateway.machine_token')).toEqual([{ token_hash: hashOf(token.trim()) }]);
  });

  it('replaces a file that holds no token', async () => {
    const file = join(folder, 'machine-token');
    await writeFile(file, 'gids_half');
    expect(await ensureMachineToken(database.url, file)).toBe(true);
    expect((await readFile(file, 'utf8')).trim()).toMatch(/^gids_[\w-]{43}$/);
  });

  it('says the password once by the command of the distributed form', async () => {
    const lines: string[] = [];
    const file = join(folder, 'machine-token');
    const env = { DATABASE_URL: database.url };
    await runAdministratorCommand(env, file, (line) => lines.push(line));
    await runAdministratorCommand(env, file, (line) => lines.push(line));
    expect(lines).toEqual([
      expect.stringMatching(/^Account "beheerder" is gemaakt\. Wachtwoord .*: [\w-]{43}$/),
      `Token voor de opdrachtregel staat in ${file}.`,
      'Er is al een account; er is niets gewijzigd.',
      `Het token in ${file} is bekend.`,
    ]);
  });

  it('says what to do first where the schema is not there yet', async () => {
    await query('DROP SCHEMA gateway CASCADE');
    await expect(runAdministratorCommand({ DATABASE_URL: database.url }, undefined, () => undefined)).rejects.toThrow('Draai eerst de migratiestap');
    await expect(runAdministratorCommand({}, undefined, () => undefined)).rejects.toThrow('DATABASE_URL');
  });
});
