import type { LiveEventRow } from './live-event-store.js';

/** @returns an event in the form of `text/event-stream`; its data is one line of JSON */
export function eventText({ seq, name, data }: LiveEventRow): string {
  return `id: ${seq}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Keeps proxies from thinking that the stream is dead. */
export const heartbeatText = ': hartslag\n\n';

/** How long a browser waits before it connects again, in milliseconds. */
export const openingText = 'retry: 2000\n\n';
