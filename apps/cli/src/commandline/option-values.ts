import { InvalidArgumentError } from 'commander';

/** A choice by its code in the HTTP API and its label on the screens. */
interface Choice {
  readonly api: string;
  readonly label: string;
}

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
export function choices(terms: Readonly<Record<string, Choice>>): (text: string, before?: string) => string {
  const known = new Map(Object.values(terms).flatMap(({ api, label }) => [[plain(api), api] as const, [plain(label), api] as const]));
  return (text, before) => {
    const codes = text.split(',').map((each) => known.get(plain(each)));
    if (codes.every((code) => code !== undefined)) return [...(before ? [before] : []), ...codes].join(',');
    const all = Object.values(terms).map(({ api }) => api);
    throw new InvalidArgumentError(`Kies uit ${all.join(', ')}, of meer daarvan met een komma ertussen.`);
  };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
