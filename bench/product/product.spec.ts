import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Elt } from '../baselines/elt/elt.ts';
import { duplicateEvery } from '../data/directory.ts';
import { lrk } from '../data/lrk.ts';
import { writeDirectoryFile, writeSourceFile } from '../data/make-file.ts';
import { databaseUrl, Psql } from '../measure/psql.ts';
import { phases } from '../phases.ts';
import type { Variant } from '../variant.ts';
import { Product } from './product.ts';

const rows = 100;

const eltOrganisations = `SELECT source_id, name, postcode, house_number, phone, bag_id, places, visible FROM organisation ORDER BY source_id;`;

const productOrganisations = `
  SELECT r.record_id, o.name, o.postcode, content #> '{visitAddress,houseNumber}', content ->> 'phone',
         jsonb_path_query_first(content, '$.identifiers[*] ? (@.scheme == "BAG").value') #>> '{}', coalesce(content #>> '{attributes,capacity}', (SELECT p.content ->> 'capacity' FROM publisher.product p WHERE p.owner_gids_id = o.gids_id)), r.make_visible
  FROM publisher.import_record r JOIN publisher.organisation o USING (gids_id) WHERE r.type = 'ORGANISATION' ORDER BY r.record_id;`;

describe('product', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gids-bench-spec-'));
  const directory = join(folder, 'gids.csv');
  beforeAll(() => writeDirectoryFile(directory, 1_000));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What a variant holds after all phases. */
  async function importAll(variant: Variant, organisations: string) {
    try {
      await variant.prepare(directory);
      for (const { name, recipe } of phases) {
        const file = join(folder, `${name}.csv`);
        await writeSourceFile(file, { format: lrk, rows, seed: 1, ...recipe });
        await variant.run(file, rows);
      }
      const psql = await Psql.open(databaseUrl(variant.database));
      const lines = await psql.run(organisations);
      await psql.close();
      return { lines, outcome: await variant.outcome() };
    } finally {
      await variant.stop();
    }
  }

  it('does the work that the limit does: the same organisations, the same ones known already', async () => {
    const scope = `gids_bench_spec_${process.pid}`;
    const elt = await importAll(new Elt(scope), eltOrganisations);
    const product = await importAll(new Product(scope), productOrganisations);
    expect(product.outcome).toEqual({ organisations: rows, duplicates: Math.ceil(rows / duplicateEvery) });
    expect(product).toEqual(elt);
  });
});
