import { RequestRefused } from '@gids/contracts';
import { staleVersion, type Subject } from '../organisations/refusals.js';

/** Nobody has this G!DS-ID, or an organisation has it (404). */
export function unknownProduct(gidsId: number): RequestRefused {
  return new RequestRefused({ kind: 'notFound', code: 'unknownProduct', message: `Er is geen product met G!DS-ID ${gidsId}.` });
}

/** Somebody else was first (412). */
export function staleProduct({ gidsId, version }: { gidsId: number; version: number }, given: number): RequestRefused {
  return staleVersion(`Product ${gidsId}`, version, given);
}

/** People write nothing of what an import holds (R12). */
export function notManagedProduct({ gidsId, name }: Omit<Subject, 'management'>): RequestRefused {
  const message = `Product ${gidsId} "${name}" is geïmporteerd: alleen de import wijzigt het. Neem het over via een koppeling om het te tonen.`;
  return new RequestRefused({ kind: 'conflict', code: 'productNotManaged', message });
}
