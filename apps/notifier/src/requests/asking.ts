import { RequestRefused, type Actor } from '@gids/contracts';
import { readerKey } from '../recipients/reader.js';

/** @returns the reader that a person is. @throws RequestRefused for a script and for the house: they have no messages */
export function readerWhoAsks(actor: Actor | undefined): string {
  if (actor?.kind !== 'PERSON') throw forbidden('Alleen iemand met een account heeft eigen meldingen. Meld u aan met uw account.');
  return readerKey(actor.name);
}

/** @throws RequestRefused for who is not a systeembeheerder; the house itself may */
export function assertAdministrator(actor: Actor | undefined): void {
  if (actor && !(actor.kind === 'PERSON' && actor.systemAdministrator)) throw forbidden('Dit kan alleen een systeembeheerder.');
}

function forbidden(message: string): RequestRefused {
  return new RequestRefused({ kind: 'forbidden', code: 'noRight', message });
}

/** @throws RequestRefused where there is none */
export function foundOr<Found>(found: Found | undefined, message: string): Found {
  if (found === undefined) throw new RequestRefused({ kind: 'notFound', code: 'notFound', message });
  return found;
}
