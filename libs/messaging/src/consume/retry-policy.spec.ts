import fc from 'fast-check';
import { retryDelays } from '../bus.js';
import { nextRung, PutOff, standardRetryPolicy, tryInPlace, type RetryPolicy } from './retry-policy.js';

const transient = Object.assign(new Error('deadlock detected'), { code: '40P01' });
const unavailable = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const content = new TypeError('cannot read this');

/** A policy that notes its pauses and takes none. */
function notingPolicy(parts: Partial<RetryPolicy> = {}) {
  const pauses: number[] = [];
  const policy = { ...standardRetryPolicy, random: () => 0.5, ...parts, pause: async (milliseconds: number) => void pauses.push(milliseconds) };
  return { policy, pauses };
}

/** Work that throws these in turn, and then is done. */
function failing(...errors: unknown[]) {
  const left = [...errors];
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (left.length > 0) throw left.shift();
    return 'done';
  };
  return { work, tries: () => tries };
}

describe('tryInPlace', () => {
  it('tries again what may pass, with growing pauses', async () => {
    const { policy, pauses } = notingPolicy();
    const { work, tries } = failing(transient, transient, transient);
    await expect(tryInPlace(work, policy)).resolves.toBe('done');
    expect(tries()).toBe(4);
    expect(pauses).toEqual([100, 200, 400]);
  });

  it('puts off what does not pass soon, and says of which kind it is', async () => {
    const { policy } = notingPolicy();
    const { work, tries } = failing(...Array.from({ length: 9 }, () => transient));
    const putOff = await tryInPlace(work, policy).catch((error: unknown) => error);
    expect(putOff).toBeInstanceOf(PutOff);
    expect(putOff).toMatchObject({ kind: 'transient', cause: transient, message: 'Put off: deadlock detected' });
    expect(tries()).toBe(policy.inPlace);
  });

  it('waits longer for a dependency that is away', async () => {
    const { policy, pauses } = notingPolicy();
    const { work, tries } = failing(...Array.from({ length: 20 }, () => unavailable));
    await expect(tryInPlace(work, policy)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(tries()).toBe(policy.whileUnavailable);
    expect(pauses).toEqual([100, 200, 400, 800, 1_600, 3_000, 3_000]);
  });

  it('throws at once what lies in the work', async () => {
    const { policy, pauses } = notingPolicy();
    const { work, tries } = failing(content);
    await expect(tryInPlace(work, policy)).rejects.toBe(content);
    expect([tries(), pauses]).toEqual([1, []]);
  });

  it('throws what lies in the work also when it shows after something that passed', async () => {
    const { policy } = notingPolicy();
    await expect(tryInPlace(failing(transient, content).work, policy)).rejects.toBe(content);
  });

  it.each([['a text', 'no'], ['nothing', undefined], ['an object', { code: '40P01' }]])('throws %s that was thrown as it is', async (_, thrown) => {
    const { policy } = notingPolicy();
    await expect(tryInPlace(failing(thrown).work, policy)).rejects.toBe(thrown);
  });

  it('pauses between half and one and a half of the growing time, so that many do not come back together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (chance) => {
        const { policy, pauses } = notingPolicy({ random: () => chance });
        await tryInPlace(failing(...Array.from({ length: 7 }, () => unavailable)).work, policy);
        [100, 200, 400, 800, 1_600, 3_000, 3_000].forEach((base, index) => {
          expect(pauses[index]).toBeGreaterThanOrEqual(base * 0.5);
          expect(pauses[index]).toBeLessThanOrEqual(base * 1.5);
        });
      }),
    );
  });
});

describe('the ladder', () => {
  it('is climbed one rung at a time, and ends', () => {
    const rungs: unknown[] = [];
    let headers: { attempt?: number } = {};
    for (;;) {
      const rung = nextRung({ ...headers, runid: 'r' }, 'transient');
      if (rung === undefined || rung === 'done') break;
      rungs.push(rung);
      headers = rung.headers;
    }
    expect(rungs).toEqual(retryDelays.map((retryAfter, index) => ({ retryAfter, headers: { runid: 'r', attempt: index + 1 } })));
  });

  it('costs no rung while a dependency is away: the message is not to blame', () => {
    for (const attempt of [undefined, 0, 3, 4, 99]) {
      const headers = { runid: 'r', ...(attempt !== undefined && { attempt }) };
      expect(nextRung(headers, 'unavailable')).toEqual({ retryAfter: 10_000, headers });
    }
  });

  it.each([[-1], [1.5], [Number.NaN], [1e9]])('ends for an attempt of %p that a stranger wrote', (attempt) => {
    expect(nextRung({ attempt }, 'transient')).toBeUndefined();
  });
});
