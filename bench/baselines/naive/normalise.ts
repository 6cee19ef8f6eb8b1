/** Street, number and letter of a one-field address; all null when there is no number in it. */
export function splitAddress(address: string): { street: string | null; houseNumber: number | null; houseLetter: string | null } {
  const [, street, number, letter] = /^(.*\S)\s+(\d+)\s*(.*)$/.exec(address.trim()) ?? [];
  if (street === undefined || letter === undefined) return { street: null, houseNumber: null, houseLetter: null };
  return { street, houseNumber: Number(number), houseLetter: letter.toUpperCase() };
}

/** Comparison form of a name: small letters and digits only, without accents. */
export function nameKey(name: string): string {
  return name.toLowerCase().normalize('NFD').replaceAll(/[^a-z0-9]/g, '');
}

/** The value between the apostrophes that LRK puts around contact fields; null when blank. */
export function unwrapped(value: string): string | null {
  return value.replace(/^'(.*)'$/, '$1').trim() || null;
}

export function digitsOf(value: string | null): string | null {
  return value?.replaceAll(/[^0-9+]/g, '') || null;
}

/** A site without its protocol, in small letters. */
export function siteOf(value: string | null): string | null {
  return value?.toLowerCase().replace(/^https?:\/\//, '') ?? null;
}

/** `DD-MM-YYYY` as ISO 8601. */
export function isoDate(value: string): string {
  return value.split('-').reverse().join('-');
}
