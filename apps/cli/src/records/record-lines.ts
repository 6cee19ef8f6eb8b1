import type { ImportRecord, ImportRecordDetail } from '../gateway/import-record.js';
import { textBlock } from '../terminal/block.js';
import { momentText } from '../terminal/figures.js';
import { printable } from '../terminal/printable.js';
import type { Column } from '../terminal/table.js';
import { unpainted, type Paint } from '../terminal/tone.js';
import { addressText, labelOf, recordTone, shortAction, yesOrNo } from './record-words.js';

type Duplicate = NonNullable<ImportRecordDetail['dubbelen']>[number];

const idText = (id: number | null | undefined): string => (id ? String(id) : '');

/** The list of imported organisations: the columns of the seed (S2:40-56) that fit a line. */
export const recordColumns: readonly Column<ImportRecord>[] = [
  { title: 'Bron', text: ({ bron }) => bron ?? '' },
  { title: 'BronID', text: ({ bronId }) => bronId },
  { title: 'G!DS-ID', text: ({ gidsId }) => idText(gidsId), alignRight: true },
  { title: 'Naam', text: ({ naam }) => naam, elastic: true },
  { title: 'Plaats', text: ({ plaats }) => plaats ?? '', elastic: true },
  { title: 'Laatste importstatus', text: ({ importstatus }) => labelOf(importstatus), code: ({ importstatus }) => importstatus, tone: recordTone },
  { title: 'Publicatieactie', text: shortAction, code: ({ publicatieactie }) => publicatieactie },
  { title: 'Zichtbaar', text: ({ zichtbaar }) => yesOrNo(zichtbaar) },
  { title: 'Statustoelichting', text: ({ statustoelichting }) => statustoelichting ?? '', elastic: true },
];

/** One imported organisation with everything that was found about it. */
export function recordLines(record: ImportRecordDetail, paint: Paint = unpainted): string[] {
  const parts = [
    [`${paint(recordTone(record) ?? 'strong', labelOf(record.importstatus))}: ${printable(record.naam)}`, ...explanation(record)],
    textBlock([...identity(record), ...contact(record)]),
    findings(record),
    duplicates(record),
  ];
  return parts.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Why a record is or is not visible, and what it may be a duplicate of (R99). */
export function whyLines(record: ImportRecordDetail, paint: Paint = unpainted): string[] {
  const who = printable([record.naam, record.plaats].filter(Boolean).join(', '));
  const verdict = paint(record.zichtbaar ? 'good' : 'attention', record.zichtbaar ? 'Zichtbaar' : 'Niet zichtbaar');
  const others = duplicates(record);
  return [`${verdict}: ${who} (${printable(record.bronId)})`, ...(record.waarom ? [printable(record.waarom)] : []), ...(others.length > 0 ? ['', ...others] : [])];
}

function explanation({ statustoelichting }: ImportRecordDetail): string[] {
  return statustoelichting ? statustoelichting.split('\n').map(printable) : [];
}

function identity(record: ImportRecordDetail): { label: string; value: string | undefined }[] {
  return [
    { label: 'BronID', value: record.bronId },
    { label: 'G!DS-ID', value: idText(record.gidsId) },
    { label: 'Bron', value: record.bron ?? undefined },
    { label: 'Soort', value: record.soort === 'product' ? 'product' : undefined },
    { label: 'Zichtbaar', value: yesOrNo(record.zichtbaar) },
    { label: 'Waarom', value: record.waarom ?? undefined },
    { label: 'Publicatieactie', value: labelOf(record.publicatieactie) },
    { label: 'Gekoppeld aan', value: idText(record.gekoppeldeGidsOrganisatieId) },
    { label: 'Importtoelichting', value: record.importToelichting ?? undefined },
    { label: 'Niet meer in bron', value: record.nietMeerInBron ? 'ja' : undefined },
    { label: 'Afgeschermd', value: record.afgeschermd ? 'ja, voorgoed gewist' : undefined },
    { label: 'Laatst gewijzigd', value: record.gewijzigdOp ? momentText(record.gewijzigdOp) : undefined },
    { label: 'Laatste run', value: record.laatsteRunId ?? undefined },
  ];
}

function contact({ organisatie }: ImportRecordDetail): { label: string; value: string | undefined }[] {
  if (!organisatie) return [];
  return [
    { label: 'Bezoekadres', value: organisatie.bezoekadres ? addressText(organisatie.bezoekadres) : undefined },
    { label: 'Postadres', value: organisatie.postadres ? addressText(organisatie.postadres) : undefined },
    { label: 'Telefoon', value: organisatie.telefoon ?? undefined },
    { label: 'E-mail', value: organisatie.email ?? undefined },
    { label: 'Website', value: organisatie.website ?? undefined },
  ];
}

function findings({ bevindingen }: ImportRecordDetail): string[] {
  if (!bevindingen?.length) return [];
  const lines = bevindingen.map(({ ernst, veld, waarde, melding }) => {
    const place = [veld, waarde && `'${waarde}'`].filter(Boolean).join(' ');
    return `  - ${printable(`${ernst}: ${melding}${place ? ` (${place})` : ''}`)}`;
  });
  return ['Bevindingen', ...lines];
}

function duplicates({ dubbelen }: ImportRecordDetail): string[] {
  if (!dubbelen?.length) return [];
  return ['Dubbelen', ...dubbelen.map((each) => `  - ${printable(duplicateText(each))}`)];
}

/** A duplicate in one line: who, what takes away from it, how sure it is and why. */
function duplicateText({ gidsId, naam, plaats, zichtbaar, klasse, telt, oordeel, redenen }: Duplicate): string {
  const who = [naam, plaats].filter(Boolean).join(', ');
  const remarks = [zichtbaar ? '' : 'niet zichtbaar', telt === false ? 'telt niet' : '', oordeel ? `oordeel: ${labelOf(oordeel)}` : ''].filter(Boolean);
  const why = [...(klasse ? [labelOf(klasse)] : []), ...redenen].join('; ');
  return `${gidsId} ${who}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}: ${why}`;
}
