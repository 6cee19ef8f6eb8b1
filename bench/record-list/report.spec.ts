import { percentile, reportOf } from './report.ts';

it('a percentile is the smallest value that so large a share does not exceed', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(values, 0.5), percentile(values, 0.95), percentile(values, 1), percentile([7], 0.95)]).toEqual([50, 95, 100, 7]);
  expect(() => percentile([], 0.5)).toThrow('niets');
});

it('a report tells of each group how many were measured and how long they took, the slowest first', () => {
  const report = reportOf({ Lijst: [{ name: 'snel', milliseconds: [1, 2, 3] }, { name: 'traag', milliseconds: [10, 20, 30] }] }, 50_000);
  expect(report).toContain('bij 50.000 records');
  expect(report).toContain('| Lijst | 2 | 6 | 7 | 30 | 30 | 30 |');
  expect(report.indexOf('| traag | 20 | 30 |')).toBeLessThan(report.indexOf('| snel | 2 | 3 |'));
});
