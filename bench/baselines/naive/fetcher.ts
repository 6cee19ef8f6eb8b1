import { createReadStream } from 'node:fs';
import type { EntityManager } from '@mikro-orm/core';
import { parse } from 'csv-parse';
import { Outbox } from './entities.ts';
import { outgoing } from './outbox-relay.ts';
import type { RowParsed } from './messages.ts';
import type { Stage } from './stage.ts';

/** Reads files and puts every line out as a message. */
export const fetcher: Stage = {
  name: 'fetcher',
  entities: [Outbox],
  emits: { type: 'RowParsed', to: 'mapper' },
};

/** Reads the file line by line, one flush for each. */
export async function fetchFile(em: EntityManager, file: string): Promise<void> {
  const lines = createReadStream(file).pipe(parse({ delimiter: ';', bom: true, columns: true }));
  for await (const values of lines) {
    const fork = em.fork();
    fork.create(Outbox, outgoing('RowParsed', { values } satisfies RowParsed));
    await fork.flush();
  }
}
