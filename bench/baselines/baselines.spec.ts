import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duplicateEvery } from '../data/directory.ts';
import { lrk } from '../data/lrk.ts';
import { writeDirectoryFile, writeSourceFile } from '../data/make-file.ts';
import { databaseUrl, Psql } from '../measure/psql.ts';
import { phases } from '../phases.ts';
import type { Variant } from '../variant.ts';
import { Elt } from './elt/elt.ts';
import { Naive } from './naive/naive.ts';

const rows = 100;

const kept = `source_id, kind, name, street, house_number, house_letter, postcode, town, municipality_code, municipality, bag_id,
  phone, email, site, places, registered_on, holder_name, holder_coc_number, visible`;

describe('baselines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gids-bench-spec-'));
  const directory = join(folder, 'gids.csv');
  beforeAll(() => writeDirectoryFile(directory, 1_000));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What a variant holds after all phases. */
  async function importAll(variant: Variant, schemas: { publisher: string; deduplicator: string }) {
    try {
      await variant.prepare(directory);
      for (const { name, recipe } of phases) {
        const file = join(folder, `${name}.csv`);
        await writeSourceFile(file, { format: lrk, rows, seed: 1, ...recipe });
        await variant.run(file, rows);
      }
      const psql = await Psql.open(databaseUrl(variant.database));
      const organisations = await psql.run(`SELECT ${kept} FROM ${schemas.publisher}.organisation ORDER BY source_id;`);
      const records = await psql.run(`SELECT source_id, status, action FROM ${schemas.publisher}.import_record ORDER BY source_id;`);
      const pairs = await psql.run(`SELECT * FROM ${schemas.deduplicator}.duplicate_pair ORDER BY source_id, other_id;`);
      await psql.close();
      return { organisations, records, pairs, outcome: await variant.outcome() };
    } finally {
      await variant.stop();
    }
  }

  it('leave the same directory behind, row for row', async () => {
    const scope = `gids_bench_spec_${process.pid}`;
    const elt = await importAll(new Elt(scope), { publisher: 'public', deduplicator: 'public' });
    const naive = await importAll(new Naive(scope), { publisher: 'publisher', deduplicator: 'deduplicator' });
    expect(elt.outcome).toEqual({ organisations: rows, duplicates: Math.ceil(rows / duplicateEvery) });
    expect(elt.organisations.some((line) => line.includes('Odiliënhout'))).toBe(true);
    expect(naive).toEqual(elt);
  });
});
