import { ChangeDuplicatePolicy, OrganisationMapped, OrganisationSaved, RunFetched, type DataOf, type DuplicatePolicy, type Envelope, type EventDefinition, type MatchClass } from '@gids/contracts';
import { deduplicator } from '@gids/deduplicator';
import { LocalRequests, packFrames, pipelineTopology, PostgresBus, RequestClient, type Log } from '@gids/messaging';
import { migrateService, startService, type RunningService } from '@gids/service-host';
import { createTestDatabase, eventually, type TestDatabase } from '@gids/testing';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { SetOrganisation } from './labelled-set.ts';

const importId = 'dedupe';
const sourceId = importId;
const runIds = [uuidv7(), uuidv7()];
/** Milliseconds until a step is given up. */
const patience = 30 * 60_000;
const log: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: (...what) => console.error(...what) };

/** A pair as the product keeps it. */
export interface MatchedPair {
  readonly recordId: string;
  readonly gidsId: number;
  readonly class: MatchClass;
  readonly counts: boolean;
}

/** The deduplicator as it is deployed, on a throw-away database of its own. */
export class Matcher {
  readonly pool: pg.Pool;
  readonly #database: TestDatabase;
  readonly #bus: PostgresBus;
  readonly #service: RunningService;
  readonly #requests: RequestClient;

  private constructor(database: TestDatabase, bus: PostgresBus, service: RunningService) {
    this.#database = database;
    this.#bus = bus;
    this.#service = service;
    this.#requests = new RequestClient(bus);
    this.pool = new pg.Pool({ connectionString: database.url, max: 2, options: '-c search_path=deduplicator,bus' }).on('error', () => undefined);
  }

  static async create(): Promise<Matcher> {
    const database = await createTestDatabase();
    await migrateService(deduplicator, database.url);
    const requests = new LocalRequests();
    const connect = () => PostgresBus.connect({ url: database.url, topology: pipelineTopology, requests, log });
    const [bus, serviceBus] = [await connect(), await connect()];
    await bus.declare();
    const service = await startService(deduplicator, { env: {}, databaseUrl: database.url, bus: serviceBus, log, poolSize: 6, prefetch: 2 });
    return new Matcher(database, bus, service);
  }

  async choosePolicy(policy: DuplicatePolicy): Promise<void> {
    await this.#requests.ask(ChangeDuplicatePolicy, { importId, policy, by: 'bench' }, { timeout: patience });
  }

  /** Tells of managed organisations, with numbers from 1 in their order. */
  async fillDirectory(organisations: readonly SetOrganisation[]): Promise<void> {
    await this.#tell(organisations.map(({ content, visible }, index) => event(OrganisationSaved, { gidsId: index + 1, version: 1, visible, organisation: content })));
  }

  /** Brings records as a run does. */
  async importRecords(organisations: readonly SetOrganisation[], run: number): Promise<void> {
    const mapped = organisations.map(({ id, content }) =>
      event(OrganisationMapped, { importId, sourceId, recordId: id, organisation: content, makeVisible: true, issues: [] }, { ...runOf(run), subject: id }),
    );
    await this.#tell(mapped);
  }

  /** Ends a run: everything is counted and compared again. */
  async endRun(run: number): Promise<void> {
    await this.#tell([event(RunFetched, { ...RunFetched.example, importId, sourceId }, runOf(run))]);
  }

  /** What the product keeps now, and what of it counts under a policy. */
  async pairs(policy: DuplicatePolicy): Promise<MatchedPair[]> {
    const { rows } = await this.pool.query<{ record_id: string; gids_id: string; class: MatchClass; counts: boolean }>(
      `SELECT record_id, gids_id, class, class IN ('IDENTICAL', 'PROBABLE', 'POSSIBLE') OR ($1 = 'LITERAL' AND (rule_name OR rule_address)) AS counts
       FROM (SELECT p.*, i.record_id, CASE WHEN p.demoted THEN p.demoted_class ELSE p.own_class END AS class FROM pair p JOIN imported_organisation i ON i.id = p.imported_id) AS found
       WHERE class IS NOT NULL ORDER BY record_id, gids_id`,
      [policy],
    );
    return rows.map((row) => ({ recordId: row.record_id, gidsId: Number(row.gids_id), class: row.class, counts: row.counts }));
  }

  async close(): Promise<void> {
    await this.#service.close();
    await this.#bus.close();
    await this.pool.end();
    await this.#database.drop();
  }

  /** Tells events and waits until they, and what they made stale, have been handled; what goes on to the publisher is thrown away. */
  async #tell(events: readonly Envelope[]): Promise<void> {
    for (const frame of packFrames(events)) await this.#bus.publish(frame);
    const waiting = "SELECT FROM outbox UNION ALL SELECT FROM message WHERE queue LIKE 'deduplicator.%' UNION ALL SELECT FROM stale_record";
    await eventually(async () => (await this.pool.query(waiting)).rowCount, { within: patience, until: (count) => count === 0 });
    const { rows } = await this.pool.query('SELECT reason, error FROM dead_letter LIMIT 1');
    if (rows.length > 0) throw new Error(`Een bericht is terzijde gelegd: ${JSON.stringify(rows[0])}`);
    await this.pool.query("DELETE FROM message WHERE queue LIKE 'publisher.%'");
  }
}

function runOf(run: number): Partial<Envelope> {
  const runid = runIds[run - 1] ?? uuidv7();
  return { runid, runsequence: run, correlationid: runid };
}

function event<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, more: Partial<Envelope> = {}): Envelope {
  const id = uuidv7();
  const time = new Date().toISOString();
  return { specversion: '1.0', id, source: 'urn:nld:gids:bench', type: definition.type, time, datacontenttype: 'application/json', correlationid: id, ...more, data };
}
