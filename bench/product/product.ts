import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, databaseUrl, dropDatabase, Psql } from '../measure/psql.ts';
import type { Outcome, Variant, VariantProcess } from '../variant.ts';
import { Client } from './client.ts';
import { tellDirectory } from './directory.ts';
import { Services } from './services.ts';
import { createVirtualHost, deleteVirtualHost, virtualHostUrl } from './virtual-host.ts';

interface Running {
  readonly services: Services;
  readonly client: Client;
  /** Where the notifier leaves its mail. */
  readonly folder: string;
}

/** The product in its distributed form: five services over RabbitMQ, that get their files the way the gateway sends them. */
export class Product implements Variant {
  readonly name = 'product';
  readonly database: string;
  readonly usesBroker = true;
  readonly mostRows = Infinity;
  #running: Running | undefined;

  /** @param scope start of the name of its database and its virtual host */
  constructor(scope = 'gids_bench') {
    this.database = `${scope}_product`;
  }

  async prepare(directoryFile: string): Promise<void> {
    await createVirtualHost(this.database);
    await createDatabase(this.database);
    const url = virtualHostUrl(this.database);
    const folder = await mkdtemp(join(tmpdir(), 'gids-bench-data-'));
    const services = new Services({ DATABASE_URL: databaseUrl(this.database), AMQP_URL: url, GIDS_DATA_DIR: folder });
    const client = await Client.connect(url);
    this.#running = { services, client, folder };
    await services.migrate();
    services.start();
    await Promise.race([client.untilReady(), services.ended]);
    await this.#onDatabase((psql) => Promise.race([tellDirectory(client, psql, directoryFile), services.ended]));
  }

  async run(file: string): Promise<void> {
    const { client, services } = this.#run;
    await Promise.race([client.import('lrk', file), services.ended]);
  }

  processes(): readonly VariantProcess[] {
    return this.#running?.services.processes() ?? [];
  }

  async outcome(): Promise<Outcome> {
    const [line = ''] = await this.#onDatabase((psql) =>
      psql.run(
        `SELECT (SELECT count(*) FROM publisher.organisation WHERE management = 'IMPORTED'),
                (SELECT count(*) FROM publisher.import_record WHERE status = 'DUPLICATES_FOUND' AND type = 'ORGANISATION');`,
      ),
    );
    const [organisations = NaN, duplicates = NaN] = line.split('|').map(Number);
    return { organisations, duplicates };
  }

  async stop(): Promise<void> {
    await this.#running?.services.stop();
    await this.#running?.client.close();
    if (this.#running) await rm(this.#running.folder, { recursive: true });
    this.#running = undefined;
    await deleteVirtualHost(this.database);
    await dropDatabase(this.database);
  }

  get #run(): Running {
    if (!this.#running) throw new Error('De productvariant is niet voorbereid.');
    return this.#running;
  }

  async #onDatabase<T>(work: (psql: Psql) => Promise<T>): Promise<T> {
    const psql = await Psql.open(databaseUrl(this.database));
    try {
      return await work(psql);
    } finally {
      await psql.close();
    }
  }
}
