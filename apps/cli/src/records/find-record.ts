import type { GatewayClient } from '../gateway/gateway-client.js';
import { importRecordSchema, recordPath, recordsPath, type ImportRecord } from '../gateway/import-record.js';
import { pageSchema } from '../gateway/page.js';
import { GatewayRefused } from '../gateway/refusal.js';

/** How the id that a user typed is to be read: as that of the source, of G!DS, or of the record itself. */
export type IdKind = 'bronId' | 'gidsId' | 'id';

/** A record with the id by which it was found. */
export interface Match {
  readonly foundBy: IdKind;
  readonly record: ImportRecord;
}

/**
 * Finds records by a BronID and, where it is a number, by a G!DS-ID and by the id of the record: BronIDs are
 * numbers at childcare, and one BronID may occur in more than one source.
 * @param source only this source
 * @param kind only by this kind of id
 */
export async function findRecords(gateway: GatewayClient, id: string, source?: string, kind?: IdKind): Promise<Match[]> {
  const kinds: IdKind[] = kind ? [kind] : ['bronId', 'gidsId', 'id'];
  const asked = kinds.filter((each) => each === 'bronId' || mayBeOurs(id));
  const found = await Promise.all(asked.map((each) => (each === 'id' ? findOwn(gateway, id, source) : findBy(gateway, each, id, source))));
  const matches = found.flat();
  return matches.filter(({ record }, index) => matches.findIndex((other) => other.record.id === record.id) === index);
}

/** Numbers of the childcare register are longer than any id of ours. */
const mayBeOurs = (id: string): boolean => /^[1-9]\d{0,9}$/.test(id) && Number(id) <= 2_147_483_647;

async function findBy(gateway: GatewayClient, foundBy: 'bronId' | 'gidsId', id: string, bron: string | undefined): Promise<Match[]> {
  const page = await gateway.get(pageSchema(importRecordSchema), recordsPath, { [foundBy]: id, bron });
  return page._embedded.item.map((record) => ({ foundBy, record }));
}

async function findOwn(gateway: GatewayClient, id: string, bron: string | undefined): Promise<Match[]> {
  try {
    const record = await gateway.get(importRecordSchema, recordPath(id));
    return bron === undefined || record.bron === bron ? [{ foundBy: 'id', record }] : [];
  } catch (error) {
    if (error instanceof GatewayRefused && error.status === 404) return [];
    throw error;
  }
}
