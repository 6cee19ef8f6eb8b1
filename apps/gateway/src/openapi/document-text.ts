import type { OpenApiDocument } from './document.js';

/** @returns the document as it stands in `docs/openapi.json` */
export function documentText(document: OpenApiDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
