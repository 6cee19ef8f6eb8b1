import { join } from 'node:path';
import { createDatabase, databaseUrl, dropDatabase, Psql } from '../../measure/psql.ts';
import { copyCommand, loadDirectory } from '../directory.ts';
import type { Outcome, Variant, VariantProcess } from '../../variant.ts';

const include = (file: string) => `\\i ${join(import.meta.dirname, file)}`;

/**
 * Extract, load, transform: one psql copies the LRK file into a staging table, and set-based SQL maps, normalises, matches
 * and upserts in one transaction. No services, no messages, nothing per record: what the database needs at the least.
 */
export class Elt implements Variant {
  readonly name = 'elt';
  readonly database: string;
  readonly usesBroker = false;
  readonly mostRows = Infinity;
  #psql: Psql | undefined;

  /** @param scope start of the name of its database */
  constructor(scope = 'gids_bench') {
    this.database = `${scope}_elt`;
  }

  async prepare(directoryFile: string): Promise<void> {
    await createDatabase(this.database);
    this.#psql = await Psql.open(databaseUrl(this.database));
    await this.#session.run(include('schema.sql'));
    await loadDirectory(this.#session, directoryFile, 'match_key');
  }

  async run(file: string): Promise<void> {
    await this.#session.run([include('staging.sql'), copyCommand('staging', file), include('import.sql')].join('\n'));
  }

  processes(): readonly VariantProcess[] {
    return this.#psql ? [{ name: 'psql', pid: this.#psql.pid }] : [];
  }

  async outcome(): Promise<Outcome> {
    const [line = ''] = await this.#session.run(
      'SELECT (SELECT count(*) FROM organisation), (SELECT count(DISTINCT (source, source_id)) FROM duplicate_pair);',
    );
    const [organisations = NaN, duplicates = NaN] = line.split('|').map(Number);
    return { organisations, duplicates };
  }

  async stop(): Promise<void> {
    await this.#psql?.close();
    this.#psql = undefined;
    await dropDatabase(this.database);
  }

  get #session(): Psql {
    if (!this.#psql) throw new Error('De ELT-variant is niet voorbereid.');
    return this.#psql;
  }
}
