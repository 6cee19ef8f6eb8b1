/** Tabs, line ends and next-line: they part words, so they become a blank instead of vanishing. */
const partingControls = /[\t\n\v\f\r\u0085]/g;
/** Controls, invisible format characters (zero width, direction overrides, BOM) and halves of surrogate pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Most values are plain ASCII without double blanks, and need nothing. */
const alreadyClean = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Makes a value fit to store and show: NFC, no control or invisible characters,
 * single blanks, none at the ends (RELIABILITY c1 rows 12 and 13).
 * @returns the cleaned text; empty when nothing visible is left
 */
export function cleanText(value: string): string {
  if (alreadyClean.test(value)) return value;
  return value
    .replace(partingControls, ' ')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters that decomposition leaves whole. */
const undecomposable: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ł: 'l' };

/**
 * Folds a text for comparison: lower case, without accents, one kind of apostrophe
 * and dash, single blanks (DEDUPE 4.1). Never for display.
 */
export function fold(value: string): string {
  if (alreadyClean.test(value)) return value.toLowerCase().replaceAll('`', "'");
  return cleanText(value)
    .replace(/´/g, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœđł]/g, (letter) => undecomposable[letter] ?? letter)
    .replace(/[’‘‛`ʼʹ′]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
