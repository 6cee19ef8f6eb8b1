/**
 * Takes from a text what makes a spreadsheet run it: a sign at its start that begins a formula gets an apostrophe before
 * it (RELIABILITY c1 row 48, ASVS 1.2.10). Data comes from sources and people that nobody here vouches for.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
