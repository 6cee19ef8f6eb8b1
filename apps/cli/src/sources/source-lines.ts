import type { ImportSource } from '../gateway/import-source.js';
import { textBlock } from '../terminal/block.js';
import { countedText, countText, momentText } from '../terminal/figures.js';
import type { Column } from '../terminal/table.js';
import { unpainted, type Paint } from '../terminal/tone.js';
import { summaryOf } from '../runs/run-summary.js';
import { statusLabel, statusTone } from '../runs/run-words.js';

/** The list of sources. */
export const sourceColumns: readonly Column<ImportSource>[] = [
  { title: 'Bron', text: ({ id }) => id },
  { title: 'Titel', text: ({ titel }) => titel, elastic: true },
  { title: 'Records', text: ({ aantalRecords }) => countText(aantalRecords), code: ({ aantalRecords }) => String(aantalRecords), alignRight: true },
  {
    title: 'Laatste run',
    text: ({ laatsteRun }) => (laatsteRun ? statusLabel(laatsteRun.status) : 'nog geen'),
    code: ({ laatsteRun }) => laatsteRun?.status ?? '',
    tone: ({ laatsteRun }) => (laatsteRun ? statusTone(laatsteRun) : 'quiet'),
  },
  {
    title: 'Gestart',
    text: ({ laatsteRun }) => (laatsteRun?.gestartOp ? momentText(laatsteRun.gestartOp) : ''),
    code: ({ laatsteRun }) => laatsteRun?.gestartOp ?? '',
  },
];

/** One source with the summary of its last run. */
export function sourceLines(source: ImportSource, paint: Paint = unpainted): string[] {
  const facts = textBlock([
    { label: 'Bron', value: source.id },
    { label: 'Titel', value: source.titel },
    { label: 'Import', value: source.import ?? undefined },
    { label: 'Adres', value: source.url ?? undefined },
    { label: 'Ophalen', value: source.intervalDagen ? `elke ${countedText(source.intervalDagen, 'dag', 'dagen')}` : undefined },
    { label: 'Bronvermelding', value: source.bronvermelding ?? undefined },
    { label: 'Licentie', value: source.licentie ?? undefined },
    { label: 'Records', value: countText(source.aantalRecords) },
  ]);
  const lastRun = source.laatsteRun ? summaryOf(source.laatsteRun, paint) : ['Deze bron is nog nooit geïmporteerd.'];
  return [...facts, '', ...lastRun];
}
