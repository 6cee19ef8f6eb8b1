import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { measure } from './meter.ts';
import { createDatabase, databaseUrl, dropDatabase, Psql } from './psql.ts';

/** For each line on its input: uses CPU and memory, and prints how many seconds of CPU it has used in its life. */
const worker = `
  const kept = [];
  process.stdin.on('data', () => {
    kept.push(Buffer.alloc(64 * 1024 ** 2, 1));
    const goal = process.cpuUsage().user + 500_000;
    while (process.cpuUsage().user < goal);
    const { user, system } = process.cpuUsage();
    process.stdout.write(String((user + system) / 1e6));
  });`;

describe('measure', () => {
  const database = `gids_bench_meter_${process.pid}`;
  let psql: Psql;
  let child: ChildProcessWithoutNullStreams;
  const variant = { database, usesBroker: false, processes: () => [{ name: 'worker', pid: child.pid ?? NaN }] };

  async function useCpu(): Promise<number> {
    child.stdin.write('\n');
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    return Number(text.toString());
  }

  beforeAll(async () => {
    await createDatabase(database);
    psql = await Psql.open(databaseUrl(database));
    child = spawn(process.execPath, ['-e', worker]);
  });
  afterAll(async () => {
    child.kill();
    await psql.close();
    await dropDatabase(database);
  });

  it('agrees with what a process says it has used', async () => {
    const usedBefore = await useCpu();
    let usedAfter = NaN;
    const { seconds, cpuSeconds, peakMemory } = await measure(variant, async () => {
      usedAfter = await useCpu();
    });
    expect(seconds).toBeGreaterThan(0.5);
    expect(Math.abs(cpuSeconds.processes - (usedAfter - usedBefore))).toBeLessThan(0.05);
    expect(peakMemory.byProcess['worker']).toBeGreaterThan(128);
    expect(peakMemory.sum).toBe(peakMemory.byProcess['worker']);
  });

  it('counts the CPU time, the transactions and the log of the sessions in the database, not of those elsewhere', async () => {
    const work = 'CREATE TABLE t WITH (autovacuum_enabled = false) AS SELECT number FROM generate_series(1, 1000000) AS number;';
    const ours = await measure(variant, async () => void (await psql.run(work)));
    expect(ours.cpuSeconds.database).toBeGreaterThan(0.1);
    expect(ours.commits).toBeGreaterThanOrEqual(1);
    expect(ours.walBytes).toBeGreaterThan(1_000_000);

    const server = await Psql.openServer();
    const others = await measure(variant, async () => void (await server.run(`SELECT count(*) FROM generate_series(1, 1000000);`)));
    await server.close();
    expect(others.cpuSeconds.database).toBeLessThan(0.05);
  });

  it('passes on what the work throws', async () => {
    await expect(measure(variant, () => Promise.reject(new Error('mislukt')))).rejects.toThrow('mislukt');
  });
});
