import { createReadStream } from 'node:fs';
import { OrganisationSaved, type DataOf } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { parse } from 'csv-parse';
import type { Psql } from '../measure/psql.ts';
import type { Client } from './client.ts';

/** A line of the made directory (`data/directory.ts`). */
type DirectoryLine = [gidsId: string, name: string, street: string, number: string, letter: string, postcode: string, town: string];

/** Lines told at a time. */
const batch = 10_000;
/** Milliseconds that 200,000 organisations may take to be stored. */
const patience = 15 * 60_000;

/** Tells the deduplicator of the organisations of a made directory, as the publisher does, and waits until it has them all. */
export async function tellDirectory(client: Client, psql: Psql, directoryFile: string): Promise<void> {
  const lines = createReadStream(directoryFile).pipe(parse({ delimiter: ';', from: 2 })) as AsyncIterable<DirectoryLine>;
  let told = 0;
  let waiting: DataOf<typeof OrganisationSaved>[] = [];
  const tell = async () => {
    await client.tell(OrganisationSaved, waiting);
    told += waiting.length;
    waiting = [];
  };
  for await (const line of lines) {
    waiting.push(savedOf(line));
    if (waiting.length === batch) await tell();
  }
  await tell();
  await eventually(() => psql.run('SELECT count(*) FROM deduplicator.managed_organisation;'), { within: patience, until: ([count]) => Number(count) === told });
  await psql.run('ANALYZE;');
}

function savedOf([gidsId, name, street, number, letter, postcode, town]: DirectoryLine): DataOf<typeof OrganisationSaved> {
  const visitAddress = { street, houseNumber: Number(number), postcode, town, ...(letter && { houseLetter: letter }) };
  return { gidsId: Number(gidsId), version: 1, visible: true, organisation: { kind: 'DAY_CARE', name, visitAddress, identifiers: [], attributes: {} } };
}
