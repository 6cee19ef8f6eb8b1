import type { Issue, ProductContent, ProductKind } from '@gids/contracts';
import { emptyField, incorrectValue } from './finding.js';

/** Kinds that mean nothing without a number of places. */
const kindsWithPlaces: readonly ProductKind[] = ['DAY_CARE_PLACES', 'AFTER_SCHOOL_PLACES', 'PLAYGROUP_PLACES'];

/** In euro cents: what is dearer has its comma in the wrong place. */
const highestPrice = 10_000_000;

/** Checks a product by the rules of its kind, the same for people and imports (R26, R72). */
export function validateProduct({ kind, name, capacity, price }: ProductContent): Issue[] {
  const missing = [...(name.trim() === '' ? ['Naam'] : []), ...(kindsWithPlaces.includes(kind) && capacity === undefined ? ['Aantal plaatsen'] : [])];
  return [...missing.map(emptyField), ...incorrectPrice(price)];
}

function incorrectPrice(price = 0): Issue[] {
  if (price <= highestPrice) return [];
  return [incorrectValue('Prijs', String(price), `€ ${(price / 100).toFixed(2).replace('.', ',')} is hoger dan € 100.000; geef de prijs in eurocenten.`)];
}
