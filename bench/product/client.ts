import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  filePartBytes, finalRunStates, ReceiveFilePart, RunCompleted, RunFailed, RunHeld, ShowQueueState, ShowRun, StartImport,
  type DataOf, type EventDefinition, type RunView,
} from '@gids/contracts';
import { packFrames, pipelineTopology, RabbitBus, RequestClient, type Log } from '@gids/messaging';
import { eventually } from '@gids/testing';
import { serviceNames } from './services.ts';

/** Milliseconds that a service may take to start. */
const startTimeout = 60_000;

const queue = { name: 'bench', types: [RunCompleted, RunFailed, RunHeld].map((event) => event.type) };
const topology = { ...pipelineTopology, queues: [...pipelineTopology.queues, queue] };

const say = (fields: object, message: string) => console.error(message, fields);
const log: Log = { debug: () => undefined, info: () => undefined, warn: say, error: say };

/** Talks to the services as the gateway does. How a run ends is heard, not asked for, as asking costs what is measured. */
export class Client {
  readonly #bus: RabbitBus;
  readonly #requests: RequestClient;
  readonly #runs = new EventEmitter();

  private constructor(bus: RabbitBus) {
    this.#bus = bus;
    this.#requests = new RequestClient(bus);
  }

  /** @param url virtual host of the services, which may start before or after */
  static async connect(url: string): Promise<Client> {
    const client = new Client(await RabbitBus.connect({ url, name: 'gids bench', topology, log }));
    await client.#bus.declare();
    await client.#bus.subscribe(queue.name, async ({ message }) => {
      client.#runs.emit(message.headers.runid ?? '');
      return 'done';
    }, { prefetch: 1 });
    return client;
  }

  /** Resolves when every service answers: the question waits in its queue until there is somebody to take it. */
  async untilReady(): Promise<void> {
    await Promise.all(serviceNames.map((service) => this.#requests.ask(ShowQueueState, {}, { service, timeout: startTimeout })));
  }

  /** Tells events that belong to no run. */
  async tell<Definition extends EventDefinition>(definition: Definition, data: readonly DataOf<Definition>[]): Promise<void> {
    const time = new Date().toISOString();
    const events = data.map((one) => {
      const id = randomUUID();
      return { specversion: '1.0' as const, id, source: 'urn:nld:gids:bench', type: definition.type, time, datacontenttype: 'application/json' as const, correlationid: id, data: one };
    });
    for (const frame of packFrames(events)) await this.#bus.publish(frame);
  }

  /** Pushes a file and waits until the directory has all of it. @throws when the run ends otherwise, with the reason */
  async import(sourceId: string, file: string): Promise<RunView> {
    const runId = randomUUID();
    const ended = once(this.#runs, runId);
    await this.#requests.ask(StartImport, { runId, sourceId, transport: 'PUSH', fileName: basename(file), full: false, requestedBy: 'bench' });
    await this.#push(runId, file);
    await ended;
    const run = await eventually(() => this.#requests.ask(ShowRun, { runId }), { until: ({ state }) => finalRunStates.includes(state) });
    if (run.state !== 'COMPLETED') throw new Error(`De import is niet voltooid: ${run.state} ${run.problem?.message ?? ''}`);
    return run;
  }

  async #push(runId: string, file: string): Promise<void> {
    let index = 0;
    for await (const part of createReadStream(file, { highWaterMark: filePartBytes }) as AsyncIterable<Buffer>) {
      await this.#requests.ask(ReceiveFilePart, { runId, index: index++, content: part.toString('base64'), last: false });
    }
    await this.#requests.ask(ReceiveFilePart, { runId, index, content: '', last: true });
  }

  close(): Promise<void> {
    return this.#bus.close();
  }
}
