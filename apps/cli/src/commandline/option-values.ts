import { InvalidArgumentError } from 'commander';

/** A choice by its code in the HTTP API and its label on the screens. */
interface Choice {
  readonly api: string;
  readonly label: string;
}

type Choices = Readonly<Record<string, Choice>>;

/** @returns a reader for a page number, from 1 */
export function pageNumber(text: string): number {
  const page = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (page >= 1) return page;
  throw new InvalidArgumentError('Geef een geheel getal vanaf 1.');
}

/**
 * @returns a reader for one or more choices with commas between them, also over repeated options. A code and a
 * label are both good, whatever their capitals, spaces and hyphens: `dubbelenGevonden`, `dubbelen-gevonden`.
 */
export function choices(terms: Choices): (text: string, before?: string) => string {
  const known = codesByWord(terms);
  return (text, before) => {
    const codes = text.split(',').map((each) => known.get(plain(each)));
    if (codes.every((code) => code !== undefined)) return [...(before ? [before] : []), ...codes].join(',');
    const all = Object.values(terms).map(({ api }) => api);
    throw new InvalidArgumentError(`Kies uit ${all.join(', ')}, of meer daarvan met een komma ertussen.`);
  };
}

/** @returns a reader for exactly one choice, by its code or its label */
export function choice(terms: Choices): (text: string) => string {
  const known = codesByWord(terms);
  return (text) => {
    const code = known.get(plain(text));
    if (code !== undefined) return code;
    throw new InvalidArgumentError(`Kies uit ${Object.values(terms).map(({ api }) => api).join(', ')}.`);
  };
}

/** @returns a reader for a number of records, from 1 */
export function recordCount(text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Geef een geheel getal vanaf 1.');
}

/** @returns a reader for a G!DS-ID */
export function gidsIdNumber(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (id >= 1 && id <= 2_147_483_647) return id;
  throw new InvalidArgumentError('Geef een G!DS-ID: een geheel getal.');
}

function codesByWord(terms: Choices): ReadonlyMap<string, string> {
  return new Map(Object.values(terms).flatMap(({ api, label }) => [[plain(api), api] as const, [plain(label), api] as const]));
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
