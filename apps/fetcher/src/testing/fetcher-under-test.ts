import {
  DecideHeldRun,
  filePartBytes,
  ImportCleanedUp,
  ListStagedRows,
  ReceiveFilePart,
  RecordSuppressed,
  RunCompleted,
  ShowRun,
  StartImport,
  type Actor,
  type DataOf,
  type Envelope,
  type EventDefinition,
  type HeldRunDecision,
  type PayloadOf,
  type ReplyOf,
  type RequestDefinition,
  type RunView,
} from '@gids/contracts';
import { LocalRequests, packFrames, pipelineTopology, PostgresBus, RequestClient } from '@gids/messaging';
import { startService, type RunningService } from '@gids/service-host';
import { eventually } from '@gids/testing';
import { v7 as uuidv7 } from 'uuid';
import { fetcher } from '../fetcher.js';
import { silentLog } from './silent-log.js';
import { TestSchema } from './test-schema.js';

export interface Push {
  readonly sourceId?: string;
  readonly runId?: string;
  readonly full?: boolean;
  readonly partBytes?: number;
}

/** The fetcher as it is deployed, on a database and a bus of its own, where nobody takes its events off the queues. */
export class FetcherUnderTest {
  private readonly services = new Set<RunningService>();

  private constructor(
    readonly schema: TestSchema,
    private readonly requests: LocalRequests,
    private readonly bus: PostgresBus,
  ) {}

  static async create(): Promise<FetcherUnderTest> {
    const schema = await TestSchema.create();
    const requests = new LocalRequests();
    const bus = await busOn(schema.url, requests);
    await bus.declare();
    return new FetcherUnderTest(schema, requests, bus);
  }

  /** Forgets all runs, records and events; what is running stays. */
  async clear(): Promise<void> {
    await this.schema.clear();
    await this.schema.sql().run('DELETE FROM bus.message');
  }

  /** Starts one more replica; the last one answers the requests. @param databaseUrl another way to the same database @param clock another time than it is */
  async start(env: NodeJS.ProcessEnv = {}, databaseUrl = this.schema.url, clock?: () => Date): Promise<RunningService> {
    const bus = await busOn(databaseUrl, this.requests);
    const service = await startService(fetcher, { env, databaseUrl, bus, log: silentLog, poolSize: 8, prefetch: 4, ...(clock && { clock }) });
    this.services.add(service);
    return service;
  }

  /** Stops a replica as a signal does. */
  async stop(service: RunningService): Promise<void> {
    this.services.delete(service);
    await service.close();
  }

  /** Stops all replicas, dead or alive. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.services].map((service) => this.stop(service)));
  }

  /** @param actor who asks; the house itself unless told */
  ask<Definition extends RequestDefinition>(definition: Definition, payload: PayloadOf<Definition>, actor?: Actor): Promise<ReplyOf<Definition>> {
    return new RequestClient(this.bus).ask(definition, payload, { actor });
  }

  show(runId: string): Promise<RunView> {
    return this.ask(ShowRun, { runId });
  }

  /** Plans a run of a pull. @returns its id */
  async pull(sourceId = 'duo-po'): Promise<string> {
    return (await this.ask(StartImport, { runId: uuidv7(), sourceId, transport: 'PULL', full: false, requestedBy: 'test' })).id;
  }

  /** Plans a run and pushes its file. @returns its id */
  async push(file: Uint8Array, { sourceId = 'duo-po', runId = uuidv7(), full = false, partBytes = filePartBytes }: Push = {}): Promise<string> {
    await this.ask(StartImport, { runId, sourceId, transport: 'PUSH', fileName: 'bestand.csv', full, requestedBy: 'test' });
    const parts = Math.max(1, Math.ceil(file.length / partBytes));
    for (let index = 0; index < parts; index += 1) {
      await this.sendPart(runId, index, file.subarray(index * partBytes, (index + 1) * partBytes), index === parts - 1);
    }
    return runId;
  }

  sendPart(runId: string, index: number, part: Uint8Array, last = false): Promise<{ receivedBytes: number }> {
    return this.ask(ReceiveFilePart, { runId, index, content: Buffer.from(part).toString('base64'), last });
  }

  /** Waits until a run has left the fetcher or waits for a person: everything sent and published, or ended without success. */
  async settled(runId: string): Promise<RunView> {
    const run = await eventually(() => this.show(runId), {
      within: 40_000,
      until: ({ state, phase }) => phase === 'PUBLISHING' || ['HELD', 'FAILED', 'REFUSED', 'COMPLETED'].includes(state),
    });
    await eventually(() => this.isPublished());
    return run;
  }

  /** Plays the directory: tells the fetcher that all of a run has arrived, and waits until it knows. */
  async complete(runId: string): Promise<RunView> {
    const run = await this.settled(runId);
    await this.tellCompleted(run);
    return eventually(() => this.show(runId), { until: ({ state }) => state === 'COMPLETED' });
  }

  /** Hands the directory's word that a run is complete to the bus. */
  tellCompleted({ id: runid, number, importId, sourceId, startedAt, counts }: RunView): Promise<void> {
    const data = { importId, sourceId, runNumber: number, startedAt, completedAt: new Date().toISOString(), counts };
    return this.tell(RunCompleted, RunCompleted.schema.parse(data), { correlationid: runid, runid, runsequence: number });
  }

  /** Plays the directory: a record was erased, and waits until the fetcher has it erased. */
  async suppress(sourceId: string, recordId: string): Promise<void> {
    await this.tell(RecordSuppressed, { importId: 'duo', sourceId, recordId });
    const erased = 'SELECT 1 FROM source_record WHERE source_id = $1 AND record_id = $2 AND suppressed';
    await eventually(async () => (await this.schema.sql().all(erased, [sourceId, recordId])).length > 0);
  }

  /** Plays the directory: all of an import was removed, and waits until the fetcher has forgotten it. */
  async cleanUp(importId: string): Promise<void> {
    const handled = () => this.schema.sql().all('SELECT 1 FROM inbox');
    const before = (await handled()).length;
    await this.tell(ImportCleanedUp, { importId, by: 'beheerder' });
    await eventually(async () => (await handled()).length > before);
  }

  decide(runId: string, decision: HeldRunDecision, by = 'i.manager'): Promise<RunView> {
    return this.ask(DecideHeldRun, { runId, decision, reason: 'Nagevraagd bij de bron', by });
  }

  /** What a held run would do, in one page. */
  listStaged(runId: string, filter: Partial<PayloadOf<typeof ListStagedRows>> = {}): Promise<ReplyOf<typeof ListStagedRows>> {
    return this.ask(ListStagedRows, { runId, page: 1, pageSize: 500, ...filter });
  }

  /** Imports a file from its push to its completion. */
  async importFile(file: Uint8Array, push?: Push): Promise<RunView> {
    return this.complete(await this.push(file, push));
  }

  /** Events of a run that the fetcher has published, each once: they wait in the queues of their consumers. */
  async eventsOf(runId: string): Promise<Envelope<Record<string, unknown>>[]> {
    const frames = await this.schema.sql().all<{ message_id: string; body: Buffer }>(
      `SELECT DISTINCT ON (message_id) message_id, body, seq FROM bus.message
       WHERE queue IN ('mapper.pipeline', 'publisher.pipeline', 'gateway.pipeline') AND headers->>'runid' = $1 ORDER BY message_id, seq`,
      [runId],
    );
    const events = frames.flatMap(({ body }) => JSON.parse(body.toString()) as Envelope<Record<string, unknown>>[]);
    return events.filter(({ source }) => source === 'urn:nld:gids:fetcher');
  }

  async stagedRows(): Promise<number> {
    const [row] = await this.schema.sql().all<{ rows: number }>('SELECT count(*)::int AS rows FROM staged_row');
    return row?.rows ?? 0;
  }

  /** What was last sent of each record of a source. */
  sourceRecords(sourceId: string): Promise<{ record_id: string; vanished: boolean }[]> {
    return this.schema.sql().all('SELECT record_id, ordinal, hash, run_number, vanished FROM source_record WHERE source_id = $1 ORDER BY 1', [sourceId]);
  }

  async close(): Promise<void> {
    await this.stopAll();
    await this.bus.close();
    await this.schema.close();
  }

  private async tell<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, origin: Partial<Envelope> = {}): Promise<void> {
    const event: Envelope = {
      specversion: '1.0',
      id: uuidv7(),
      source: 'urn:nld:gids:publisher',
      type: definition.type,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      correlationid: uuidv7(),
      ...origin,
      data,
    };
    for (const frame of packFrames([event])) await this.bus.publish(frame);
  }

  private async isPublished(): Promise<boolean> {
    const [row] = await this.schema.sql().all<{ waiting: number }>('SELECT count(*)::int AS waiting FROM outbox');
    return row?.waiting === 0;
  }
}

function busOn(url: string, requests: LocalRequests): Promise<PostgresBus> {
  return PostgresBus.connect({ url, topology: pipelineTopology, requests, log: silentLog });
}
