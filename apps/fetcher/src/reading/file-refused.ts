/** Why a whole file or run is stopped (RELIABILITY c5), with the title that people read above the sentence. */
export const refusalTitles = {
  EMPTY: 'Leeg bestand',
  NOT_CSV: 'Geen leesbaar CSV-bestand',
  HEADER_CHANGED: 'Kopregel gewijzigd',
  ENCODING: 'Onbekende tekencodering',
  TRUNCATED: 'Afgebroken bestand',
  BELOW_MIN: 'Te weinig rijen',
  ABOVE_MAX: 'Te veel rijen',
  FILL_RATE: 'Kolom opeens veel leger',
  DUP_KEYS: 'Te veel dubbele sleutels',
  TOO_MANY_BAD_ROWS: 'Te veel onleesbare rijen',
  TOO_MANY_CLOSURES: 'Te veel verdwenen organisaties',
  TOO_MANY_HIDDEN: 'Te veel organisaties onzichtbaar',
  TOO_MANY_CHANGES: 'Te veel wijzigingen',
  OLDER_THAN_ACTIVE: 'Ouder dan het huidige bestand',
  UNCHANGED: 'Zelfde bestand als de vorige keer',
} as const;

export type RefusalCode = keyof typeof refusalTitles;

/** Facts behind a refusal, for screens and logs; plain JSON. */
export type RefusalDetails = Readonly<Record<string, string | number | readonly string[]>>;

/** Thrown when nothing of a file may be applied; `message` says in Dutch what is wrong, where, and what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details: RefusalDetails = {},
  ) {
    super(message);
  }

  get title(): string {
    return refusalTitles[this.code];
  }
}
