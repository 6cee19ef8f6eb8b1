import type { DeadLetter, ServiceQueues } from '../gateway/queue.js';
import { textBlock } from '../terminal/block.js';
import { countText, momentText } from '../terminal/figures.js';
import { defused } from '../terminal/printable.js';
import type { Column } from '../terminal/table.js';

/** One queue of one service, with what the service has waiting besides. */
export interface QueueRow {
  readonly service: ServiceQueues;
  /** Absent where the service does not answer. */
  readonly queue: ServiceQueues['wachtrijen'][number] | undefined;
}

/** @returns a row per queue; a service that does not answer has one row without a queue */
export function queueRows(services: readonly ServiceQueues[]): QueueRow[] {
  return services.flatMap((service): QueueRow[] =>
    service.wachtrijen.length === 0 ? [{ service, queue: undefined }] : service.wachtrijen.map((queue) => ({ service, queue })),
  );
}

const figure = (title: string, of: (row: QueueRow) => number): Column<QueueRow> => ({
  title,
  text: (row) => countText(of(row)),
  code: (row) => String(of(row)),
  alignRight: true,
});

/** What waits, per queue; what goes out and what is set aside counts for the service as a whole. */
export const queueColumns: readonly Column<QueueRow>[] = [
  { title: 'Dienst', text: ({ service }) => service.dienst },
  { title: 'Wachtrij', text: ({ queue }) => queue?.naam ?? '', elastic: true },
  { title: 'Verwerking', text: stateText, code: stateCode, tone: (row) => (stateCode(row) === 'aangesloten' ? 'good' : 'bad') },
  figure('Wachtend', ({ queue }) => queue?.wachtend ?? 0),
  figure('Uitgaand', ({ service }) => service.uitgaand),
  { ...figure('Terzijde', ({ service }) => service.terzijde), tone: ({ service }) => (service.terzijde > 0 ? 'attention' : undefined) },
];

function stateCode({ service, queue }: QueueRow): string {
  if (!service.bereikbaar) return 'onbereikbaar';
  return !queue || queue.verwerkersAangesloten ? 'aangesloten' : 'losgeraakt';
}

function stateText(row: QueueRow): string {
  return { onbereikbaar: 'antwoordt niet', aangesloten: 'aangesloten', losgeraakt: 'niet aangesloten' }[stateCode(row)] ?? '';
}

/** Messages that are set aside. */
export const deadLetterColumns: readonly Column<DeadLetter>[] = [
  { title: 'Bericht', text: ({ id }) => id },
  { title: 'Soort', text: ({ soort }) => soort, elastic: true },
  { title: 'Onderwerp', text: ({ onderwerp }) => onderwerp ?? '' },
  { title: 'Reden', text: ({ reden }) => reden },
  { title: 'Pogingen', text: ({ pogingen }) => countText(pogingen), code: ({ pogingen }) => String(pogingen), alignRight: true },
  { title: 'Sinds', text: ({ ontstaanOp }) => momentText(ontstaanOp), code: ({ ontstaanOp }) => ontstaanOp },
  { title: 'Fout', text: ({ fout }) => fout, elastic: true },
];

/** One message with its content. */
export function deadLetterLines(letter: DeadLetter): string[] {
  const facts = textBlock([
    { label: 'Bericht', value: letter.id },
    { label: 'Bericht-id', value: letter.berichtId },
    { label: 'Wachtrij', value: letter.wachtrij },
    { label: 'Soort', value: letter.soort },
    { label: 'Onderwerp', value: letter.onderwerp ?? undefined },
    { label: 'Run', value: letter.runId ?? undefined },
    { label: 'Reden', value: letter.reden },
    { label: 'Fout', value: letter.fout },
    { label: 'Pogingen', value: countText(letter.pogingen) },
    { label: 'Status', value: letter.status },
    { label: 'Opnieuw verstuurd', value: `${countText(letter.aantalOpnieuw)} keer` },
    { label: 'Sinds', value: momentText(letter.ontstaanOp) },
  ]);
  return letter.inhoud ? [...facts, '', ...contentLines(letter.inhoud)] : facts;
}

/** JSON is laid out; anything else is shown as one JSON string, so that what is wrong with it can be seen. */
function contentLines(content: string): string[] {
  let value: unknown = content;
  try {
    value = JSON.parse(content);
  } catch {
    // What could not be parsed is often the reason why it lies here: show it as it came.
  }
  return JSON.stringify(value, undefined, 2).split('\n').map(defused);
}
