import { fork, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import { connect } from 'amqplib';
import { createDatabase, databaseUrl, dropDatabase, Psql } from '../../measure/psql.ts';
import type { Outcome, Variant, VariantProcess } from '../../variant.ts';
import { loadDirectory } from '../directory.ts';
import { brokerUrl } from '../../measure/broker-url.ts';
import type { FetchRequest, StageReport } from './stage-process.ts';
import { queueOf, stageNames, type StageName } from './stage.ts';

/**
 * The same five stages as one would write them from the manuals: Nest's own RabbitMQ transport, MikroORM, one message for
 * one record for one flush, with outbox and inbox.
 */
export class Naive implements Variant {
  readonly name = 'naive';
  readonly database: string;
  readonly usesBroker = true;
  readonly mostRows = 3_000;
  readonly #stages = new Map<StageName, ChildProcess>();
  #broken = new AbortController();
  #handled = 0;

  /** @param scope start of the name of its database and its queues */
  constructor(scope = 'gids_bench') {
    this.database = `${scope}_naive`;
  }

  async prepare(directoryFile: string): Promise<void> {
    await createDatabase(this.database);
    await deleteQueues(this.database);
    this.#broken = new AbortController();
    this.#handled = 0;
    await Promise.all(stageNames.map((stage) => this.#start(stage)));
    const psql = await Psql.open(databaseUrl(this.database));
    await loadDirectory(psql, directoryFile, 'deduplicator.match_key');
    await psql.close();
  }

  async run(file: string, rows: number): Promise<void> {
    const reports = on(this.#stage('notifier'), 'message', { signal: this.#broken.signal });
    this.#handled += rows;
    this.#stage('fetcher').send({ file } satisfies FetchRequest);
    await this.#unlessBroken(reached(this.#handled, reports as AsyncIterable<[StageReport]>));
  }

  processes(): readonly VariantProcess[] {
    return [...this.#stages].map(([name, { pid }]) => ({ name, pid: pid ?? NaN }));
  }

  async outcome(): Promise<Outcome> {
    const psql = await Psql.open(databaseUrl(this.database));
    const [line = ''] = await psql.run(
      `SELECT (SELECT count(*) FROM publisher.organisation),
              (SELECT count(DISTINCT (source, source_id)) FROM deduplicator.duplicate_pair);`,
    );
    await psql.close();
    const [organisations = NaN, duplicates = NaN] = line.split('|').map(Number);
    return { organisations, duplicates };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#stages.values()].map(ended));
    this.#stages.clear();
    await deleteQueues(this.database);
    await dropDatabase(this.database);
  }

  async #start(stage: StageName): Promise<void> {
    const child = fork(join(import.meta.dirname, 'stage-process.ts'), [stage, this.database]);
    this.#stages.set(stage, child);
    child.once('exit', () => this.#broken.abort(new Error(`De stap ${stage} is gestopt.`)));
    await this.#unlessBroken(once(child, 'message', { signal: this.#broken.signal }));
  }

  /** The result, or when a stage has ended meanwhile an error that says which. */
  async #unlessBroken<T>(result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      this.#broken.signal.throwIfAborted();
      throw error;
    }
  }

  #stage(name: StageName): ChildProcess {
    const child = this.#stages.get(name);
    if (!child) throw new Error('De naïeve variant is niet voorbereid.');
    return child;
  }
}

/** Resolves at the report that the notifier has handled so many messages. */
async function reached(handled: number, reports: AsyncIterable<[StageReport]>): Promise<void> {
  for await (const [report] of reports) {
    if ('handled' in report && report.handled === handled) return;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

async function deleteQueues(database: string): Promise<void> {
  const connection = await connect(brokerUrl);
  const channel = await connection.createChannel();
  for (const stage of stageNames) await channel.deleteQueue(queueOf(database, stage));
  await connection.close();
}
