import { envelopeSchema, eventByType, type Envelope, type EventDefinition } from '@gids/contracts';
import type { WireMessage } from '../bus.js';

/** An event of a frame that cannot be used, with its place in the frame. */
export interface InvalidEvent {
  readonly index: number;
  /** The event as JSON. */
  readonly text: string;
  readonly error: string;
}

export type FrameReading =
  | { readonly kind: 'frame'; readonly definition: EventDefinition; readonly events: Envelope[]; readonly invalid: InvalidEvent[] }
  | { readonly kind: 'unusable'; readonly reason: 'malformed' | 'unknownType'; readonly error: string };

type EventLookup = (type: string) => EventDefinition | undefined;

/** Reads a message as a frame; never throws: what cannot be used is told with its reason. */
export function readFrame(message: WireMessage, lookup: EventLookup = eventByType): FrameReading {
  const parsed = parseArray(message.body);
  if (typeof parsed === 'string') return { kind: 'unusable', reason: 'malformed', error: parsed };
  const definition = lookup(message.type);
  if (!definition) {
    return { kind: 'unusable', reason: 'unknownType', error: `Nobody declared the event type ${message.type || '(empty)'}` };
  }
  try {
    return readEvents(parsed, definition);
  } catch (error) {
    // Lists in lists without end are read, but neither checked nor written.
    return { kind: 'unusable', reason: 'malformed', error: `The events cannot be read: ${(error as Error).message}` };
  }
}

function readEvents(parsed: readonly unknown[], definition: EventDefinition): FrameReading {
  const events: Envelope[] = [];
  const invalid: InvalidEvent[] = [];
  parsed.forEach((event, index) => {
    const checked = checkEvent(event, definition);
    if (typeof checked === 'string') invalid.push({ index, text: JSON.stringify(event), error: checked });
    else events.push(checked);
  });
  return { kind: 'frame', definition, events, invalid };
}

function parseArray(body: Buffer): unknown[] | string {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return Array.isArray(value) && value.length > 0 ? value : 'The body is not a JSON array with events';
  } catch (error) {
    return `The body is not JSON: ${(error as Error).message}`;
  }
}

function checkEvent(event: unknown, definition: EventDefinition): Envelope | string {
  const envelope = envelopeSchema.safeParse(event);
  if (!envelope.success) return `Envelope: ${describe(envelope.error.issues)}`;
  if (envelope.data.type !== definition.type) return `Event of type ${envelope.data.type} in a frame of ${definition.type}`;
  const data = definition.schema.safeParse(envelope.data.data);
  if (!data.success) return `Data: ${describe(data.error.issues)}`;
  return { ...envelope.data, data: data.data };
}

function describe(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(root)'} ${issue.message}`)
    .join('; ');
}
