import type { Envelope } from '@gids/contracts';
import fc from 'fast-check';
import { frameOf, thingDone } from '../../conformance/frame-events.js';
import { halvesOf, messageOf, type Unit } from './unit.js';

const unitOf = (count: number, id = '019a9f3e'): Unit => ({ id, events: Array.from({ length: count }, (_, index) => thingDone(`t${index}`)) });
const namesOf = (events: readonly Envelope[]) => events.map((event) => event.subject);

/** All parts of a unit, down to single events. */
function partsOf(unit: Unit): Unit[] {
  return unit.events.length < 2 ? [unit] : [unit, ...halvesOf(unit).flatMap(partsOf)];
}

describe('halves of a unit', () => {
  const anyUnit = fc.integer({ min: 2, max: 130 }).map((count) => unitOf(count));

  it('give back its events in order', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        const halves = halvesOf(unit);
        expect(halves.flatMap(({ events }) => namesOf(events))).toEqual(namesOf(unit.events));
        for (const half of halves) expect(half.events.length).toBeGreaterThan(0);
      }),
    );
  });

  it('of halves end in single events, each once', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        const singles = partsOf(unit).filter(({ events }) => events.length === 1);
        expect(singles.flatMap(({ events }) => namesOf(events))).toEqual(namesOf(unit.events));
      }),
    );
  });

  it('all have another id, and the same one the next time', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        const ids = partsOf(unit).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(partsOf(unit).map(({ id }) => id)).toEqual(ids);
        for (const id of ids) expect(id.startsWith(unit.id)).toBe(true);
      }),
    );
  });

  it('of another frame have other ids', () => {
    const ids = ['one', 'other'].flatMap((id) => partsOf(unitOf(20, id)).map((part) => part.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of 500 events are ten levels deep at most', () => {
    expect(Math.max(...partsOf(unitOf(500, 'x')).map(({ id }) => id.length))).toBe('x/'.length + 9);
  });
});

describe('a part as a message of its own', () => {
  it('has its own id and events, and the run and trace of its frame, but not its attempts', () => {
    const frame = frameOf([], { runid: 'r', traceparent: 't', attempt: 3 });
    const [half] = halvesOf(unitOf(4));
    const message = messageOf(half, frame);
    expect(message).toMatchObject({ id: '019a9f3e/a', type: frame.type, headers: { runid: 'r', traceparent: 't' } });
    expect(message.headers).not.toHaveProperty('attempt');
    expect(JSON.parse(message.body.toString())).toEqual(half.events);
  });
});
