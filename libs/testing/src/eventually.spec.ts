import { eventually } from './eventually.js';

it('gives what it sees as soon as it is true', async () => {
  let looks = 0;
  expect(await eventually(() => (++looks === 3 ? 'there' : undefined))).toBe('there');
  expect(looks).toBe(3);
});

it('waits until what it sees satisfies the condition', async () => {
  let count = 0;
  expect(await eventually(async () => count++, { until: (seen) => seen === 2 })).toBe(2);
});

it('takes a look that throws for "not yet"', async () => {
  let looks = 0;
  const seen = eventually(() => {
    if (++looks < 3) throw new Error('no connection');
    return looks;
  });
  expect(await seen).toBe(3);
});

it('tells what it saw last when the time is over', async () => {
  await expect(eventually(() => ({ rows: 2 }), { within: 50, until: ({ rows }) => rows === 3 })).rejects.toThrow(
    'Not within 50 ms. Seen last: { rows: 2 }',
  );
  await expect(eventually(() => Promise.reject(new Error('no connection')), { within: 50 })).rejects.toThrow(
    'Not within 50 ms. The last look failed: Error: no connection',
  );
});
