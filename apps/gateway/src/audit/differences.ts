import { isDeepStrictEqual } from 'node:util';

export interface Differences {
  readonly before: unknown;
  readonly after: unknown;
}

/** What says nothing of the object itself. */
const ignored = new Set(['_links', '_embedded']);

/** @returns what of an object changed, as it was and as it is; a side on which there was nothing is `null` */
export function differencesBetween(before: unknown, after: unknown): Differences {
  if (!isRecord(before) || !isRecord(after)) return { before: withoutLinks(before), after: withoutLinks(after) };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !ignored.has(name));
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const parts = changed.map((name) => [name, partOf(before[name], after[name])] as const);
  return {
    before: Object.fromEntries(parts.map(([name, part]) => [name, part.before])),
    after: Object.fromEntries(parts.map(([name, part]) => [name, part.after])),
  };
}

function partOf(before: unknown, after: unknown): Differences {
  return isRecord(before) && isRecord(after) ? differencesBetween(before, after) : { before: before ?? null, after: after ?? null };
}

function withoutLinks(value: unknown): unknown {
  if (!isRecord(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !ignored.has(name)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
