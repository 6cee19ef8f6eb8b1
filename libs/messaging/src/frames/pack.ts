import type { Envelope } from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { WireMessage } from '../bus.js';

/** A frame is as large as set-based SQL likes it, and small enough to send again (PERFORMANCE §3b). */
export const frameLimits = { events: 500, bytes: 512 * 1024 } as const;

/**
 * Packs events into frames: one type and one run each, in the order in which they came.
 * Each event is turned into text once; outbox and broker get the same bytes.
 */
export function packFrames(events: readonly Envelope[], limits: { events: number; bytes: number } = frameLimits): WireMessage[] {
  const open = new Map<string, OpenFrame>();
  const closed: WireMessage[] = [];
  for (const event of events) {
    const text = JSON.stringify(event);
    const key = `${event.type} ${event.runid ?? ''}`;
    // With the comma or bracket that follows it.
    const size = Buffer.byteLength(text) + 1;
    let frame = open.get(key);
    if (frame && (frame.texts.length >= limits.events || frame.bytes + size > limits.bytes)) {
      closed.push(close(frame));
      frame = undefined;
    }
    frame ??= { first: event, texts: [], bytes: '['.length };
    frame.texts.push(text);
    frame.bytes += size;
    open.set(key, frame);
  }
  return [...closed, ...[...open.values()].map(close)];
}

interface OpenFrame {
  first: Envelope;
  texts: string[];
  bytes: number;
}

function close(frame: OpenFrame): WireMessage {
  const { runid, traceparent, type } = frame.first;
  return {
    id: uuidv7(),
    type,
    headers: { ...(runid && { runid }), ...(traceparent && { traceparent }) },
    body: Buffer.from(`[${frame.texts.join(',')}]`),
  };
}
