import { eventually } from '@gids/testing';
import { WorkLoop } from './work-loop.js';

const never = 600_000;

describe('a loop of work', () => {
  it('goes on at once while there is work, and then waits', async () => {
    let left = 3;
    let looks = 0;
    const loop = new WorkLoop(async () => {
      looks += 1;
      return left-- > 0;
    }, never);
    loop.start();
    await eventually(() => looks === 4);
    await loop.stop();
    expect(looks).toBe(4);
  });

  it('looks again as soon as it is poked, also where the poke comes while it looks', async () => {
    let looks = 0;
    let release: () => void = () => undefined;
    const loop = new WorkLoop(async () => {
      looks += 1;
      if (looks === 1) await new Promise<void>((resolve) => (release = resolve));
      return false;
    }, never);
    loop.start();
    loop.poke();
    release();
    await eventually(() => looks === 2);
    loop.poke();
    await eventually(() => looks === 3);
    await loop.stop();
  });

  it('ends after the work in hand', async () => {
    let finished = false;
    const loop = new WorkLoop(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      finished = true;
      return true;
    }, never);
    loop.start();
    await loop.stop();
    expect(finished).toBe(true);
  });
});
