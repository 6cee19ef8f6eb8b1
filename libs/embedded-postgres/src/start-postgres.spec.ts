import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { commandLine } from './leftover-server.js';
import { startPostgres, type EmbeddedPostgres } from './start-postgres.js';

const isRoot = process.getuid?.() === 0;
/** `daemon`, which every Linux has. */
const ORDINARY_USER = 1;

let folder: string;
let lines: string[];
const running: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gids-standalone-'));
  lines = [];
});

afterEach(async () => {
  for (const child of children.splice(0)) await end(child);
  for (const postgres of running.splice(0)) await postgres.stop();
  await stopLeftover();
  rmSync(folder, { recursive: true, force: true });
});

const dataDirectory = (): string => join(folder, 'data');
const serverPid = (): number => Number(readFileSync(join(dataDirectory(), 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataDirectory: dataDirectory(), log: (line) => void lines.push(line) });
  running.push(postgres);
  return postgres;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

interface Told {
  readonly url?: string;
  readonly port?: number;
  readonly error?: string;
}

/** Starts it in a process of its own, in a process group of its own, and waits for what that says. */
async function startProcess(uid?: number): Promise<{ child: ChildProcess; told: Told }> {
  const child = spawnStandalone(uid);
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  return { child, told: JSON.parse(line) as Told };
}

function spawnStandalone(uid?: number): ChildProcess {
  const script = join(import.meta.dirname, 'start-postgres.process.mjs');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDirectory()], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  children.push(child);
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** A test that leaves an orphan on purpose must not leave it to the machine. */
async function stopLeftover(): Promise<void> {
  if (!existsSync(join(dataDirectory(), 'postgres/postmaster.pid'))) return;
  await (await startPostgres({ dataDirectory: dataDirectory(), log: () => undefined })).stop();
}

describe('given an empty folder', () => {
  it('starts a server with Unicode case rules and Dutch order', async () => {
    const postgres = await start();
    const [row] = await query(
      postgres.url('postgres'),
      `SELECT lower('ÉË') AS lower, current_setting('server_version_num')::int / 10000 AS major,
              (SELECT string_agg(v, ' ' ORDER BY v COLLATE "nl-x-icu") FROM unnest(ARRAY['z','Ek','é','ijs']) v) AS dutch`,
    );
    expect(row).toEqual({ lower: 'éë', major: 18, dutch: 'é Ek ijs z' });
  });

  it('loses no commit: fsync and synchronous_commit are on', async () => {
    const postgres = await start();
    const [row] = await query(
      postgres.url('postgres'),
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('full_page_writes') AS pages`,
    );
    expect(row).toEqual({ fsync: 'on', commit: 'on', pages: 'on' });
  });

  it('lets nobody in without the password, which only the owner can read', async () => {
    const postgres = await start();
    const guessed = `postgresql://gids:gids@127.0.0.1:${postgres.port}/postgres`;
    await expect(query(guessed, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dataDirectory(), 'postgres-access.json')).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing half-made when it is killed during initdb', async () => {
    mkdirSync(dataDirectory());
    const changes = watch(dataDirectory());
    const child = spawnStandalone();
    for await (const { filename } of changes) if (filename?.startsWith('postgres.new-')) break;
    await end(child);
    expect(readdirSync(dataDirectory())).not.toContain('postgres');
    await start();
    expect(readdirSync(dataDirectory()).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
  });
});

describe('given a server that has been stopped', () => {
  it('starts again on the same port with the same data', async () => {
    const first = await start();
    await query(first.url('postgres'), 'CREATE TABLE school AS SELECT 1 AS id');
    await first.stop();
    const second = await start();
    expect(await query(second.url('postgres'), 'SELECT id FROM school')).toEqual([{ id: 1 }]);
    expect(second.port).toBe(first.port);
  });

  it('takes another port when a program has taken that one', async () => {
    const first = await start();
    await first.stop();
    const other = createServer().listen(first.port, '127.0.0.1');
    await once(other, 'listening');
    const second = await start();
    expect(second.port).not.toBe(first.port);
    expect(await query(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    other.close();
  });

  it('starts although the process id in its lock file now belongs to another program', async () => {
    await (await start()).stop();
    const { uid, gid } = statSync(join(dataDirectory(), 'postgres'));
    const other = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'], ...(isRoot ? { uid, gid } : {}) });
    children.push(other);
    await once(other, 'spawn');
    writeFileSync(join(dataDirectory(), 'postgres/postmaster.pid'), `${other.pid}\n/somewhere\n1\n1\n\n127.0.0.1\n`);
    chownSync(join(dataDirectory(), 'postgres/postmaster.pid'), uid, gid);
    const postgres = await start();
    expect(other.exitCode).toBeNull();
    expect(await query(postgres.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says in Dutch what stands in the log when it cannot start', async () => {
    await (await start()).stop();
    appendFileSync(join(dataDirectory(), 'postgres/postgresql.conf'), '\nno_such_setting = 1\n');
    await expect(start()).rejects.toThrow(/^PostgreSQL kon niet starten\. De laatste regels van .*no_such_setting/s);
    rmSync(join(dataDirectory(), 'postgres'), { recursive: true });
  });

  it('says in Dutch what to do when the password file is damaged or lost', async () => {
    await (await start()).stop();
    const file = join(dataDirectory(), 'postgres-access.json');
    writeFileSync(file, '{"port":');
    await expect(start()).rejects.toThrow('is beschadigd. Zet het terug uit een back-up.');
    rmSync(file);
    await expect(start()).rejects.toThrow('weigert het wachtwoord');
    expect(existsSync(join(dataDirectory(), 'postgres/postmaster.pid'))).toBe(false);
  });
});

describe('given a server that is killed', () => {
  it('tells so, and recovers every commit at the next start', async () => {
    const first = await start();
    await query(first.url('postgres'), 'CREATE TABLE school AS SELECT generate_series(1, 1000) AS id');
    const exit = new Promise((resolve) => first.onExit(resolve));
    process.kill(serverPid(), 'SIGKILL');
    expect(await exit).toEqual({ code: null, signal: 'SIGKILL' });
    await first.stop();
    const second = await start();
    expect(await query(second.url('postgres'), 'SELECT count(*)::int AS n FROM school')).toEqual([{ n: 1000 }]);
  });
});

describe('given a standalone in another process', () => {
  it('refuses a second one on the same data directory', async () => {
    const { child } = await startProcess();
    await expect(start()).rejects.toThrow(
      `De gegevensmap ${dataDirectory()} is al in gebruik door een andere G!DS-import (proces ${child.pid}). ` +
        'Stop die eerst, of kies met GIDS_DATA_DIR een andere map.',
    );
  });

  it('stops its server on a clean end', async () => {
    const { child } = await startProcess();
    const pid = serverPid();
    await end(child, 'SIGTERM');
    expect(await commandLine(pid)).toBe('');
    expect(existsSync(join(dataDirectory(), 'postgres/postmaster.pid'))).toBe(false);
  });

  it('keeps its server when Ctrl-C reaches its whole process group', async () => {
    const { child, told } = await startProcess();
    const ended = once(child, 'exit');
    process.kill(-Number(child.pid), 'SIGINT');
    await ended;
    expect(await query(told.url ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('ends the server that a kill -9 left behind, and starts with every commit', async () => {
    const { child, told } = await startProcess();
    await query(told.url ?? '', 'CREATE TABLE school AS SELECT generate_series(1, 1000) AS id');
    const orphan = serverPid();
    await end(child);
    expect(await commandLine(orphan)).not.toBe('');
    const postgres = await start();
    expect(lines).toContain('PostgreSQL draaide nog van een vorige keer en wordt eerst gestopt…');
    expect(await commandLine(orphan)).toBe('');
    expect(await query(postgres.url('postgres'), 'SELECT count(*)::int AS n FROM school')).toEqual([{ n: 1000 }]);
  });
});

if (isRoot) {
  describe('given root', () => {
    it('runs the server as nobody', async () => {
      await start();
      expect(statSync(`/proc/${serverPid()}`).uid).toBe(65_534);
    });

    it('works below a directory that is closed to others', async () => {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      const postgres = await start();
      expect(await query(postgres.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('takes over a cluster that root put back from a backup', async () => {
      await (await start()).stop();
      const cluster = join(dataDirectory(), 'postgres');
      for (const name of ['.', ...(readdirSync(cluster, { recursive: true }) as string[])]) chownSync(join(cluster, name), 0, 0);
      await expect(start()).resolves.toBeDefined();
    });

    it('goes on as the user who made the cluster, who can go on after it', async () => {
      chownSync(folder, ORDINARY_USER, ORDINARY_USER);
      const { child } = await startProcess(ORDINARY_USER);
      await end(child, 'SIGTERM');
      const postgres = await start();
      expect(statSync(`/proc/${serverPid()}`).uid).toBe(ORDINARY_USER);
      await postgres.stop();
      expect((await startProcess(ORDINARY_USER)).told).toEqual({ url: postgres.url('postgres'), port: postgres.port });
    });
  });
}
