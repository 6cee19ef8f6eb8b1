import { eventually } from '@gids/testing';
import { RegularWork } from './regular-work.js';

const hourMs = 3_600_000;
const noFailure = (err: unknown): void => {
  throw err;
};

describe('work that comes round', () => {
  it('is done at the start, and again and again', async () => {
    let rounds = 0;
    const work = new RegularWork(async () => void (rounds += 1), 1, noFailure);
    work.start();
    await eventually(() => rounds >= 3);
    await work.stop();
  });

  it('goes on after a failure, which is told', async () => {
    let rounds = 0;
    const told: unknown[] = [];
    const failure = new Error('The database is away');
    const work = new RegularWork(() => (rounds++ === 0 ? Promise.reject(failure) : Promise.resolve()), 1, (err) => void told.push(err));
    work.start();
    await eventually(() => rounds >= 2);
    await work.stop();
    expect(told).toEqual([failure]);
  });

  it('is never done twice at once, and ends before it is stopped', async () => {
    let inHand = 0;
    let most = 0;
    let rounds = 0;
    const work = new RegularWork(
      async () => {
        most = Math.max(most, ++inHand);
        await new Promise((resolve) => setImmediate(resolve));
        inHand -= 1;
        rounds += 1;
      },
      1,
      noFailure,
    );
    work.start();
    await eventually(() => rounds >= 5);
    await work.stop();
    expect([most, inHand]).toEqual([1, 0]);
  });

  it('waits for the round in hand when it is stopped', async () => {
    let finished = false;
    const work = new RegularWork(
      async () => {
        await new Promise((resolve) => setImmediate(resolve));
        finished = true;
      },
      hourMs,
      noFailure,
    );
    work.start();
    await work.stop();
    expect(finished).toBe(true);
  });
});
