import { setTimeout as sleep } from 'node:timers/promises';
import type { Variant } from '../variant.ts';
import { brokerState, type BrokerState } from './broker.ts';
import { CpuLedger } from './cpu-ledger.ts';
import { DatabaseServer, type DatabaseCounters } from './database-server.ts';
import { mebibytesPerPage, processTable, ticksPerSecond, withDescendants } from './proc.ts';

/** Milliseconds between two looks at the processes. */
const interval = 200;

/** Milliseconds after which a session that goes on working has told the statistics what it did (PostgreSQL: one second). */
const statisticsDelay = 1_100;

/** Of a variant without broker: no process has this pid. */
const noBroker: BrokerState = { pid: 0, messages: 0 };

/** What some work cost. */
export interface Measurement {
  readonly seconds: number;
  readonly cpuSeconds: { readonly processes: number; readonly database: number; readonly broker: number };
  /** Highest resident memory in MiB: of all processes at one moment, and of each by name. */
  readonly peakMemory: { readonly sum: number; readonly byProcess: Readonly<Record<string, number>> };
  /** Transactions in the database. */
  readonly commits: number;
  /** Bytes of write-ahead log, of the whole server. */
  readonly walBytes: number;
  /** Messages that the broker received, from whomever. */
  readonly messages: number;
}

/** What has to be known of a variant to measure it. */
type Measured = Pick<Variant, 'database' | 'usesBroker' | 'processes'>;

type Counters = DatabaseCounters & BrokerState;

/**
 * Measures what some work costs a variant that is prepared and idle. Its processes and sessions have to outlive the work.
 *
 * @throws what the work throws, or why it cannot be measured
 */
export async function measure(variant: Measured, work: () => Promise<void>): Promise<Measurement> {
  const server = await DatabaseServer.watch(variant.database);
  try {
    const before = await countersOf(server, variant);
    const looks = new Looks(server, variant, before.pid);
    const seconds = await looks.during(work);
    await sleep(statisticsDelay);
    const after = await countersOf(server, variant);
    return { seconds, ...looks.costs(), ...difference(before, after) };
  } finally {
    await server.close();
  }
}

async function countersOf(server: DatabaseServer, variant: Measured): Promise<Counters> {
  return { ...(await server.counters()), ...(variant.usesBroker ? await brokerState() : noBroker) };
}

function difference(before: Counters, after: Counters): Pick<Measurement, 'commits' | 'walBytes' | 'messages'> {
  return {
    commits: after.commits - before.commits,
    walBytes: after.walBytes - before.walBytes,
    messages: after.messages - before.messages,
  };
}

/** Looks at the processes at regular times, and adds up what it sees. */
class Looks {
  readonly #server: DatabaseServer;
  readonly #variant: Measured;
  readonly #broker: number;
  readonly #ledgers = { processes: new CpuLedger(), database: new CpuLedger(), broker: new CpuLedger() };
  readonly #peaks = new Map<string, number>();
  #peakSum = 0;

  constructor(server: DatabaseServer, variant: Measured, broker: number) {
    this.#server = server;
    this.#variant = variant;
    this.#broker = broker;
  }

  /** Looks before, during and after the work; returns the seconds that the work took. */
  async during(work: () => Promise<void>): Promise<number> {
    const done = new AbortController();
    await this.#look();
    const looking = this.#lookUntil(done.signal);
    const startedAt = performance.now();
    try {
      await work();
      return (performance.now() - startedAt) / 1000;
    } finally {
      done.abort();
      await looking;
      await this.#look();
    }
  }

  async #lookUntil(done: AbortSignal): Promise<void> {
    while (!done.aborted) {
      await this.#look();
      await sleep(interval, undefined, { signal: done }).catch(() => undefined);
    }
  }

  async #look(): Promise<void> {
    const backends = await this.#server.backends();
    const table = processTable();
    const among = (pids: readonly number[]) => [...table.values()].filter(({ pid }) => pids.includes(pid));
    this.#ledgers.database.record(among(backends));
    this.#ledgers.broker.record(among([this.#broker]));
    let sum = 0;
    for (const { name, pid } of this.#variant.processes()) {
      const family = withDescendants(table, pid);
      this.#ledgers.processes.record(family);
      const memory = family.reduce((total, { residentPages }) => total + residentPages * mebibytesPerPage, 0);
      this.#peaks.set(name, Math.max(this.#peaks.get(name) ?? 0, memory));
      sum += memory;
    }
    this.#peakSum = Math.max(this.#peakSum, sum);
    for (const ledger of Object.values(this.#ledgers)) ledger.endOfLook();
  }

  costs(): Pick<Measurement, 'cpuSeconds' | 'peakMemory'> {
    const { processes, database, broker } = this.#ledgers;
    return {
      cpuSeconds: {
        processes: processes.ticks() / ticksPerSecond,
        database: database.ticks() / ticksPerSecond,
        broker: broker.ticks() / ticksPerSecond,
      },
      peakMemory: { sum: this.#peakSum, byProcess: Object.fromEntries(this.#peaks) },
    };
  }
}
