/** How many organisations hold a value, on the side that holds it most: the more, the less it says. */
export interface Rarity {
  word(word: string): number;
  name(fingerprint: string): number;
  phone(phone: string): number;
  host(host: string): number;
}

/** Before anything was counted, everything is unique. */
export const nothingCounted: Rarity = { word: () => 1, name: () => 1, phone: () => 1, host: () => 1 };
