import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { addressKey, nameKey } from '@gids/normalisation';
import { parse } from 'csv-parse';
import type { Psql } from '../measure/psql.ts';

/** A line of the made directory (`data/directory.ts`). */
type DirectoryLine = [gidsId: string, name: string, street: string, number: string, letter: string, postcode: string, town: string];

const columns = 'gids_id, version, name, town, visible, name_key, address_key';

/** Gives the deduplicator the organisations of a made directory, as if the publisher had told of each of them. */
export async function loadManagedOrganisations(psql: Psql, directoryFile: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gids-bench-'));
  const rows = join(folder, 'directory_organisation.csv');
  try {
    const lines = createReadStream(directoryFile).pipe(parse({ delimiter: ';', from: 2 })) as AsyncIterable<DirectoryLine>;
    await pipeline(rowsOf(lines), createWriteStream(rows));
    await psql.run(`\\copy deduplicator.directory_organisation (${columns}) FROM '${rows}' WITH (DELIMITER ';', NULL '')`);
    await psql.run('ANALYZE deduplicator.directory_organisation;');
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* rowsOf(lines: AsyncIterable<DirectoryLine>): AsyncGenerator<string> {
  for await (const [gidsId, name, street, houseNumber, houseLetter, postcode, town] of lines) {
    const address = { street, houseNumber: Number(houseNumber), houseLetter, postcode };
    yield `${[gidsId, 1, name, town, true, nameKey(name), addressKey(address)].join(';')}\n`;
  }
}
