const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** In what form a whole list leaves, by media type; the value is the extension of its file. */
const extensions = { 'text/csv': 'csv', [xlsx]: 'xlsx' } as const;
export type ExportFormat = (typeof extensions)[keyof typeof extensions];

/** Media types of exports, for the OpenAPI document. */
export const exportMediaTypes = Object.keys(extensions);

/** @returns the media type of a form, as it stands in `Content-Type` */
export function mediaTypeOfExport(format: ExportFormat): string {
  return format === 'csv' ? 'text/csv; charset=utf-8; header=present' : xlsx;
}

/** @returns the form that the caller likes best; undefined where that is JSON, or nothing that there is */
export function exportFormatIn(accept: string | undefined): ExportFormat | undefined {
  const wanted = (accept ?? '').split(',').map(preferenceOf);
  const [best] = wanted.toSorted((one, other) => other.weight - one.weight);
  return best && best.weight > 0 ? extensions[best.mediaType as keyof typeof extensions] : undefined;
}

function preferenceOf(part: string): { mediaType: string; weight: number } {
  const [mediaType = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { mediaType, weight: weight === undefined ? 1 : Number(weight) || 0 };
}
