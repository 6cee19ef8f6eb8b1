import fc from 'fast-check';
import { decide, longestTry, type Delivery, type Outcome, type Step } from './delivery.js';

const since = new Date('2026-08-04T06:00:00.000Z');
const minute = 60_000;
const after = (milliseconds: number) => new Date(since.getTime() + milliseconds);

const pending: Delivery = { state: 'pending', attempts: 0, since, dueAt: since, detail: null };
const sending: Delivery = { ...pending, state: 'sending', attempts: 1, dueAt: after(minute) };
const outcome = (kind: Outcome['kind']): Outcome => ({ kind, code: '1', detail: kind });

describe('a delivery', () => {
  it('is in hand until its lease ends', () => {
    expect(decide(pending, { kind: 'taken', leaseMs: minute }, after(5))).toEqual({ ...pending, state: 'sending', attempts: 1, dueAt: after(5 + minute) });
  });

  it.each([
    ['accepted', 'sent'],
    ['refused', 'failed'],
    ['unknown', 'unconfirmed'],
  ] as const)('that is %s is %s, and nothing follows by itself', (kind, state) => {
    expect(decide(sending, outcome(kind), after(minute))).toMatchObject({ state, dueAt: null, detail: kind });
  });

  it.each([
    ['refusedForNow', 1, 1],
    ['refusedForNow', 4, 8],
    ['refusedForNow', 20, 60],
    ['unreachable', 1, 0.5],
    ['unreachable', 20, 5],
  ] as const)('%s at attempt %i waits %d minutes', (kind, attempts, minutes) => {
    expect(decide({ ...sending, attempts }, outcome(kind), after(0))).toMatchObject({ state: 'deferred', dueAt: after(minutes * minute) });
  });

  it.each(['refusedForNow', 'unreachable'] as const)('that is still %s after three days fails, and says why', (kind) => {
    expect(decide(sending, outcome(kind), after(longestTry))).toMatchObject({ state: 'failed', dueAt: null, detail: kind });
  });

  it('whose holder did not come back is unconfirmed, because the mail may have left', () => {
    expect(decide(sending, { kind: 'leaseEnded', repeatable: false }, after(minute))).toMatchObject({ state: 'unconfirmed', dueAt: null });
  });

  it('whose holder did not come back is due at once where a repeat does no harm', () => {
    expect(decide(sending, { kind: 'leaseEnded', repeatable: true }, after(minute))).toMatchObject({ state: 'deferred', dueAt: after(minute) });
  });

  it.each(['unconfirmed', 'failed'] as const)('that is %s waits for a person, who knows that it arrived or wants it sent again', (state) => {
    const waiting: Delivery = { ...sending, state, dueAt: null, detail: 'no answer' };
    expect(decide(waiting, { kind: 'decided', decision: 'SENT' }, after(minute))).toEqual({ ...waiting, state: 'sent' });
    expect(decide(waiting, { kind: 'decided', decision: 'AGAIN' }, after(minute))).toEqual({ ...waiting, state: 'pending', since: after(minute), dueAt: after(minute) });
  });

  it('that a person sends again gets three days more', () => {
    const again = decide({ ...sending, state: 'failed', dueAt: null }, { kind: 'decided', decision: 'AGAIN' }, after(longestTry));
    const taken = decide(again, { kind: 'taken', leaseMs: minute }, after(longestTry));
    expect(decide(taken, outcome('unreachable'), after(longestTry))).toMatchObject({ state: 'deferred' });
  });

  it.each(['pending', 'sending', 'sent', 'deferred', 'held'] as const)('that is %s is not for a person to decide on', (state) => {
    expect(() => decide({ ...pending, state }, { kind: 'decided', decision: 'AGAIN' }, since)).toThrow(`A delivery that is ${state} cannot become decided`);
  });

  it.each(['sending', 'sent', 'failed', 'unconfirmed', 'held'] as const)('that is %s cannot be taken in hand', (state) => {
    expect(() => decide({ ...pending, state }, { kind: 'taken', leaseMs: minute }, since)).toThrow(`A delivery that is ${state} cannot become taken`);
  });
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ kind: 'taken', leaseMs: minute }),
  fc.constant<Step>({ kind: 'leaseEnded', repeatable: false }),
  fc.constantFrom<Outcome['kind']>('accepted', 'refusedForNow', 'unreachable', 'refused', 'unknown').map(outcome),
);

describe('whatever happens to a delivery', () => {
  it('it is never taken in hand again once the mail may have arrived (I3)', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let delivery = pending;
        let mayHaveArrived = false;
        for (const step of steps) {
          const next = tryStep(delivery, step);
          if (next === undefined) continue;
          expect(step.kind === 'taken' && mayHaveArrived).toBe(false);
          mayHaveArrived ||= ['accepted', 'unknown', 'leaseEnded'].includes(step.kind);
          delivery = next;
        }
      }),
    );
  });

  it('something is due exactly as long as it has not ended', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const last = steps.reduce((delivery, step) => tryStep(delivery, step) ?? delivery, pending);
        expect(last.dueAt !== null).toBe(['pending', 'sending', 'deferred'].includes(last.state));
      }),
    );
  });
});

function tryStep(delivery: Delivery, step: Step): Delivery | undefined {
  try {
    return decide(delivery, step, delivery.dueAt ?? since);
  } catch {
    return undefined;
  }
}
