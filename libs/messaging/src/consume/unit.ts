import type { Envelope } from '@gids/contracts';
import type { WireMessage } from '../bus.js';

/** Events that are handled in one transaction: a whole frame, or a part of one that failed. */
export interface Unit {
  /** Key in the inbox; the same part of the same frame always has the same one. */
  readonly id: string;
  readonly events: readonly Envelope[];
}

/** @returns the two halves of a unit, with ids that a second delivery finds again. */
export function halvesOf(unit: Unit): [Unit, Unit] {
  const middle = Math.ceil(unit.events.length / 2);
  return [partOf(unit, 'a', unit.events.slice(0, middle)), partOf(unit, 'b', unit.events.slice(middle))];
}

/** @returns a unit as a message of its own, for the dead letters. */
export function messageOf(unit: Unit, frame: WireMessage): WireMessage {
  const { runid, traceparent } = frame.headers;
  return {
    id: unit.id,
    type: frame.type,
    headers: { ...(runid && { runid }), ...(traceparent && { traceparent }) },
    body: Buffer.from(JSON.stringify(unit.events)),
  };
}

function partOf(unit: Unit, half: 'a' | 'b', events: readonly Envelope[]): Unit {
  const separator = unit.id.includes('/') ? '' : '/';
  return { id: `${unit.id}${separator}${half}`, events };
}
