import type { Envelope } from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Delivery, MessageHeaders, WireMessage } from '../src/index.js';
import { ThingDone } from './test-service.js';

/** An event of `ThingDone`; its parts as the test wants them. */
export function thingDone(thing: string, parts: Partial<Envelope> = {}): Envelope<{ thing: string; value: number }> {
  return {
    specversion: '1.0',
    id: uuidv7(),
    source: 'urn:nld:gids:test',
    type: ThingDone.type,
    time: '2026-11-22T00:00:00.000Z',
    subject: thing,
    datacontenttype: 'application/json',
    correlationid: 'test',
    ...parts,
    data: { thing, value: 1 },
  };
}

/** A frame on the wire with whatever events. */
export function frameOf(events: readonly unknown[], headers: MessageHeaders = {}, id = uuidv7()): WireMessage {
  return { id, type: ThingDone.type, headers, body: Buffer.from(JSON.stringify(events)) };
}

export function deliveryOf(message: WireMessage, { redelivered = false, givenUp = false } = {}): Delivery {
  return { message, redelivered, givenUp };
}
