import { duoHo } from './duo-ho/manifest.js';
import { duoMbo } from './duo-mbo/manifest.js';
import { duoPo } from './duo-po/manifest.js';
import { duoSo } from './duo-so/manifest.js';
import { duoVo } from './duo-vo/manifest.js';
import { lrk } from './lrk/manifest.js';
import type { ImportDefinition, Source } from './source.js';

/** Every import that this product runs (R4): one importorganisatie each. */
export const imports: readonly ImportDefinition[] = [
  { id: 'duo', title: 'DUO – scholen', importOrganisation: 'DUO-import' },
  { id: 'lrk', title: 'LRK – kinderopvang', importOrganisation: 'LRK-import' },
];

/** Every source, one line each; a new source adds its folder and its line here, nothing else (R7). */
export const sources: readonly Source[] = [
  duoPo,
  duoVo,
  duoSo,
  duoMbo,
  duoHo,
  lrk,
];

/** The source of this id, such as `duo-po`; undefined when there is none. */
export function sourceById(id: string): Source | undefined {
  return sources.find((source) => source.id === id);
}

/** The import of this id, such as `duo`; undefined when there is none. */
export function importById(id: string): ImportDefinition | undefined {
  return imports.find((definition) => definition.id === id);
}
