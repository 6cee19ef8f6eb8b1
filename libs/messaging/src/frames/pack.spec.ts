import type { Envelope } from '@gids/contracts';
import fc from 'fast-check';
import { thingDone } from '../../conformance/frame-events.js';
import { frameLimits, packFrames } from './pack.js';

const runs = ['019a9f3e-7a10-7cc3-98c4-000000000001', '019a9f3e-7a10-7cc3-98c4-000000000002', undefined];
const types = ['nl.gids.import.row-parsed.v1', 'nl.gids.operations.thing-done.v1'];

const anyEvent = fc
  .record({ type: fc.constantFrom(...types), run: fc.constantFrom(...runs), text: fc.string({ unit: 'binary', maxLength: 400 }) })
  .map(({ type, run, text }) => ({ ...thingDone('a', { type, ...(run && { runid: run }) }), data: { text } }) as Envelope);
const anyEvents = fc.array(anyEvent, { maxLength: 60 });
const anyLimits = fc.record({ events: fc.integer({ min: 1, max: 12 }), bytes: fc.integer({ min: 1, max: 6_000 }) });

const eventsOf = (body: Buffer) => JSON.parse(body.toString()) as Envelope[];
const idsOf = (events: readonly Envelope[]) => events.map((event) => event.id);

describe('packFrames', () => {
  it('loses no event and doubles none', () => {
    fc.assert(
      fc.property(anyEvents, anyLimits, (events, limits) => {
        const packed = packFrames(events, limits).flatMap(({ body }) => eventsOf(body));
        expect(idsOf(packed).sort()).toEqual(idsOf(events).sort());
      }),
    );
  });

  it('keeps events as they are, whatever their text', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(packFrames([event]).flatMap(({ body }) => eventsOf(body))).toEqual([JSON.parse(JSON.stringify(event))]);
      }),
    );
  });

  it('keeps the order of the events of one type and run', () => {
    fc.assert(
      fc.property(anyEvents, anyLimits, (events, limits) => {
        const packed = packFrames(events, limits).flatMap(({ body }) => eventsOf(body));
        for (const type of types) {
          for (const run of runs) {
            const ofOne = (all: readonly Envelope[]) => idsOf(all.filter((event) => event.type === type && event.runid === run));
            expect(ofOne(packed)).toEqual(ofOne(events));
          }
        }
      }),
    );
  });

  it('puts one type and one run in a frame, and says so beside it', () => {
    fc.assert(
      fc.property(anyEvents, anyLimits, (events, limits) => {
        for (const { type, headers, body } of packFrames(events, limits)) {
          for (const event of eventsOf(body)) expect([event.type, event.runid]).toEqual([type, headers.runid]);
        }
      }),
    );
  });

  it('keeps to its limits; only an event that is larger goes over them, alone', () => {
    fc.assert(
      fc.property(anyEvents, anyLimits, (events, limits) => {
        for (const { body } of packFrames(events, limits)) {
          const { length } = eventsOf(body);
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(limits.events);
          expect(body.byteLength <= limits.bytes || length === 1).toBe(true);
        }
      }),
    );
  });

  it('counts bytes to the last bracket', () => {
    const events = [thingDone('a'), thingDone('b'), thingDone('c')];
    const whole = Buffer.byteLength(JSON.stringify(events));
    expect(packFrames(events, { events: 9, bytes: whole })).toHaveLength(1);
    expect(packFrames(events, { events: 9, bytes: whole - 1 })).toHaveLength(2);
  });

  it('fills frames: no more of them than the limit of events asks for', () => {
    const events = Array.from({ length: 1_201 }, (_, index) => thingDone(`t${index}`));
    expect(packFrames(events).map(({ body }) => eventsOf(body).length)).toEqual([500, 500, 201]);
  });

  it('gives every frame an id of its own', () => {
    const frames = packFrames(Array.from({ length: 40 }, () => thingDone('a')), { events: 1, bytes: 1_000 });
    expect(new Set(frames.map(({ id }) => id)).size).toBe(40);
  });

  it('sends an event of more than the limit alone, between its neighbours', () => {
    const large = { ...thingDone('large'), data: { thing: 'é'.repeat(frameLimits.bytes), value: 1 } };
    const frames = packFrames([thingDone('before'), large, thingDone('after')]);
    expect(frames.map(({ body }) => eventsOf(body).map(({ subject }) => subject))).toEqual([['before'], ['large'], ['after']]);
  });

  it('makes nothing of nothing', () => {
    expect(packFrames([])).toEqual([]);
  });

  it('puts the trace of its first event beside the frame', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect(packFrames([thingDone('a', { traceparent }), thingDone('b')])[0]?.headers).toEqual({ traceparent });
  });
});
