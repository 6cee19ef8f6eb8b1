import { LocalRequests, pipelineTopology, PostgresBus, RequestClient, type Log } from '@gids/messaging';
import { migrateService, startService, type RunningService } from '@gids/service-host';
import { services } from './services.js';

/** All services in one process, on a bus in their database. */
export interface Standalone {
  readonly client: RequestClient;
  /** The door closes first, so that nothing new comes in while the rest finishes. */
  close(): Promise<void>;
}

const poolSize = 8;
const prefetch = 2;

/** Brings all schemas up to date. */
export async function migrateAll(databaseUrl: string): Promise<void> {
  for (const service of services) await migrateService(service, databaseUrl);
}

/** Starts all services; the schemas must be up to date. */
export async function startAll(databaseUrl: string, env: NodeJS.ProcessEnv, logOf: (service: string) => Log): Promise<Standalone> {
  const requests = new LocalRequests();
  const connect = (name: string) => PostgresBus.connect({ url: databaseUrl, topology: pipelineTopology, requests, log: logOf(name) });
  const running: RunningService[] = [];
  for (const service of services) {
    const bus = await connect(service.name);
    running.push(await startService(service, { env, databaseUrl, bus, log: logOf(service.name), poolSize, prefetch }));
  }
  const bus = await connect('standalone');
  return {
    client: new RequestClient(bus),
    close: async () => {
      for (const service of running.reverse()) await service.close();
      await bus.close();
    },
  };
}
