import { serviceNames } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { Distributed } from './support/distributed.js';
import { gidsImport, importFile, type Installation, type RunJson } from './support/installation.js';
import { differences, readLeftovers, readResult, type ResultRow } from './support/result.js';
import { consecutiveDeliveries, largeDelivery, type Delivery } from './support/source-files.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';

const nothingLeft = {
  'organisations without a record': 0,
  'organisations shared by records': 0,
  'staged rows': 0,
  'open runs': 0,
  'dead letters': 0,
};

describe('every form of the product, also when it is hurt, comes to the same result', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let deliveries: Delivery[];
  let large: Delivery;
  /** What the standalone form makes of the deliveries when nobody hurts it. */
  let expected: ResultRow[];
  let expectedRuns: RunJson['aantallen'][];

  beforeAll(async () => {
    folder = await temporaryFolder();
    deliveries = await consecutiveDeliveries(folder.path);
    large = await largeDelivery(folder.path);
    const data = await temporaryFolder();
    const standalone = await Standalone.start(data.path);
    expectedRuns = await importAll(standalone, deliveries);
    expected = await readResult(await standalone.databaseUrl());
    await standalone.stop();
    await data.remove();
  });

  afterAll(() => folder.remove());

  it('six kinds of processes on RabbitMQ, two mappers and two deduplicators among them', async () => {
    const distributed = await Distributed.start();
    const runs = await importAll(distributed, deliveries);
    const result = await readResult(await distributed.databaseUrl());
    expect(await readLeftovers(await distributed.databaseUrl())).toEqual(nothingLeft);
    expect(await distributed.stopAll()).toEqual(Array.from({ length: serviceNames.length + 2 }, () => 0));
    await distributed.stop();
    expect(differences(expected, result)).toEqual([]);
    expect(runs).toEqual(expectedRuns);
  });

  it('kill -9 of each process in turn, and then of all at once, during the import', async () => {
    const undisturbed = await resultOfLarge(large);
    const distributed = await Distributed.start();
    const run = await startWithoutWaiting(distributed, large);
    for (const service of serviceNames) {
      await arrived(distributed, serviceNames.indexOf(service) * 1_000);
      await distributed.killAndRestart(service);
    }
    await arrived(distributed, 8_000);
    await distributed.killAll();
    await distributed.startAll();
    const finished = await finishedRun(distributed, run.id);
    const result = await readResult(await distributed.databaseUrl());
    const leftovers = await readLeftovers(await distributed.databaseUrl());
    await distributed.stop();
    expect(finished.aantallen).toEqual(undisturbed.run.aantallen);
    expect(differences(undisturbed.rows, result)).toEqual([]);
    expect(leftovers).toEqual(nothingLeft);
  });

  it('kill -9 of the standalone process during the import, three times', async () => {
    const undisturbed = await resultOfLarge(large);
    const data = await temporaryFolder();
    let standalone = await Standalone.start(data.path);
    const run = await startWithoutWaiting(standalone, large);
    for (const records of [500, 4_000, 9_000]) {
      await arrived(standalone, records);
      await standalone.kill();
      standalone = await Standalone.start(data.path);
    }
    const finished = await finishedRun(standalone, run.id);
    const result = await readResult(await standalone.databaseUrl());
    const leftovers = await readLeftovers(await standalone.databaseUrl());
    await standalone.stop();
    await data.remove();
    expect(finished.aantallen).toEqual(undisturbed.run.aantallen);
    expect(differences(undisturbed.rows, result)).toEqual([]);
    expect(leftovers).toEqual(nothingLeft);
  });
});

async function importAll(installation: Installation, deliveries: readonly Delivery[]): Promise<RunJson['aantallen'][]> {
  const counts: RunJson['aantallen'][] = [];
  for (const { source, file } of deliveries) counts.push((await importFile(installation, source, file)).aantallen);
  return counts;
}

let large: Promise<{ rows: ResultRow[]; run: RunJson }> | undefined;

/** What the large delivery comes to when nobody hurts it; made once. */
function resultOfLarge(delivery: Delivery): Promise<{ rows: ResultRow[]; run: RunJson }> {
  large ??= (async () => {
    const data = await temporaryFolder();
    const standalone = await Standalone.start(data.path);
    const run = await importFile(standalone, delivery.source, delivery.file);
    const rows = await readResult(await standalone.databaseUrl());
    await standalone.stop();
    await data.remove();
    return { rows, run };
  })();
  return large;
}

async function startWithoutWaiting(installation: Installation, { source, file }: Delivery): Promise<RunJson> {
  const { stdout, stderr } = await gidsImport(installation, 'run', 'start', source, '--van-bestand', file, '--json');
  if (stdout === '') throw new Error(`No run: ${stderr}`);
  return JSON.parse(stdout) as RunJson;
}

/** Waits until this many records have reached the directory. */
async function arrived(installation: Installation, records: number): Promise<void> {
  const url = await installation.databaseUrl();
  await eventually(async () => (await readResult(url)).length, { within: 120_000, until: (seen) => seen >= records });
}

async function finishedRun(installation: Installation, id: string): Promise<RunJson> {
  const show = async () => JSON.parse((await gidsImport(installation, 'run', 'toon', id, '--json')).stdout) as RunJson;
  return eventually(show, { within: 180_000, until: ({ status }) => status !== 'bezig' && status !== 'gepland' });
}
