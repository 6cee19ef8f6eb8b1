import type { Term } from './organisation-kind.js';

/** Who an organisation belongs to: an editor, an import, or it holds an import (R9, glossary). */
export const managementTerms = {
  MANAGED: { api: 'beheerd', label: 'G!DS-organisatie' },
  IMPORTED: { api: 'geimporteerd', label: 'Geïmporteerde organisatie' },
  IMPORT_ROOT: { api: 'importorganisatie', label: 'Importorganisatie' },
} as const satisfies Record<string, Term>;

export type Management = keyof typeof managementTerms;
export const managements = Object.keys(managementTerms) as [Management, ...Management[]];
