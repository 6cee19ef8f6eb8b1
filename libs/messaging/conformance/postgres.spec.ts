import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type EmbeddedPostgres } from '@gids/embedded-postgres';
import { Client } from 'pg';
import { LocalRequests, PostgresBus } from '../src/index.js';
import { conformanceTopology, describeBusConformance } from './bus-conformance.js';
import { quietLog } from './test-service.js';

let directory: string;
let server: EmbeddedPostgres;
let number = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gids-conformance-'));
  server = await startPostgres({ dataDirectory: directory, log: () => undefined });
}, 60_000);

afterAll(async () => {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

describeBusConformance('PostgreSQL', async () => {
  number += 1;
  const name = `conformance_${number}`;
  await asAdministrator((client) => client.query(`CREATE DATABASE ${name}`));
  const requests = new LocalRequests();
  return {
    databaseUrl: server.url(name),
    connect: () => PostgresBus.connect({ url: server.url(name), topology: conformanceTopology, requests, log: quietLog }),
    cut: async () => {
      const end = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1';
      await asAdministrator((client) => client.query(end, [name]));
    },
    restart: async () => {
      await server.stop();
      server = await startPostgres({ dataDirectory: directory, log: () => undefined });
    },
    drop: async () => void (await asAdministrator((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
});

async function asAdministrator<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
