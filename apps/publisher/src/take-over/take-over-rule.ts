import { RequestRefused, type ProductView, type TakeOverMode } from '@gids/contracts';
import type { FieldError } from '../organisations/refusals.js';
import type { RecordState } from '../records/record-state.js';

/** An imported organisation whose products are offered to the managed one that it is linked to (R59). */
export interface Provider {
  readonly gidsId: number;
  readonly takerGidsId: number;
}

/** What a person takes over. */
export interface Choice {
  readonly mode: TakeOverMode;
  readonly productGidsIds: readonly number[];
}

const namesShown = 5;

/** Linking alone makes a provider (S2:95). @throws RequestRefused (409) where the record is not linked, or there is nothing to offer */
export function providerOf({ type, gidsId, linkedOrganisationId: takerGidsId }: RecordState): Provider {
  if (type === 'PRODUCT') throw conflict('product', 'Een product wordt overgenomen via de organisatie waar het onder staat: kies daar welke producten.');
  if (takerGidsId === undefined) throw conflict('notLinked', 'Dit record is niet gekoppeld. Koppel het eerst aan een G!DS-organisatie; die kan daarna producten overnemen.');
  if (gidsId === undefined) throw conflict('nothingToTakeOver', 'Van dit record kon nog geen organisatie worden gemaakt; er zijn geen producten om over te nemen.');
  return { gidsId, takerGidsId };
}

/** @returns the chosen products of what is offered; everything that is wrong with a selection is an error, one per product (N5) */
export function chosenProducts({ mode, productGidsIds }: Choice, offered: readonly ProductView[]): { products: ProductView[]; errors: FieldError[] } {
  if (mode !== 'SELECTION') return { products: [], errors: [] };
  const wanted = new Set(productGidsIds);
  const products = offered.filter(({ gidsId }) => wanted.has(gidsId));
  const known = new Set(products.map(({ gidsId }) => gidsId));
  const foreign = [...wanted].filter((gidsId) => !known.has(gidsId)).map(notOffered);
  return { products, errors: wanted.size === 0 ? [nothingChosen] : foreign };
}

/** What the history of the record tells of a choice. */
export function takeOverSentence({ takerGidsId }: Provider, mode: TakeOverMode, products: readonly ProductView[]): string {
  if (mode === 'NONE') return `G!DS ${takerGidsId} neemt geen producten meer over.`;
  if (mode === 'ALL') return `G!DS ${takerGidsId} neemt alle producten over, ook die later komen.`;
  const names = products.slice(0, namesShown).map(({ gidsId, product }) => `${gidsId} ${product.name}`);
  const more = products.length > namesShown ? ` en ${products.length - namesShown} andere` : '';
  return `G!DS ${takerGidsId} neemt over: ${names.join(', ')}${more}.`;
}

const field = 'Producten';
const nothingChosen: FieldError = { field, code: 'nothingChosen', message: 'Producten: kies ten minste één product, of neem geen producten over.' };

function notOffered(gidsId: number): FieldError {
  return { field, code: 'notOffered', message: `Producten: ${gidsId} is geen product van deze geïmporteerde organisatie.` };
}

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
