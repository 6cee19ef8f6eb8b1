import { markdown, type Run } from './report.ts';

const run = (variant: string, phase: string, repeat: number, rows: number, seconds: number, cpu: number): Run => ({
  variant,
  phase,
  repeat,
  size: 10_000,
  rows,
  measurement: {
    seconds,
    cpuSeconds: { processes: cpu / 2, database: cpu / 4, broker: cpu / 4 },
    peakMemory: { sum: 300, byProcess: { a: 100, b: 200 } },
    commits: 20,
    walBytes: 1e6,
    messages: 40,
  },
  outcome: { organisations: rows, duplicates: 33 },
});

const report = markdown({
  measuredOn: '22 november 2026',
  machine: '2 kernen',
  source: 'lrk',
  repeats: 3,
  runs: [
    run('elt', 'koud', 1, 10_000, 1, 1),
    run('traag', 'koud', 1, 1_000, 10, 20),
    run('elt', 'koud', 2, 10_000, 2, 1),
    run('traag', 'koud', 2, 1_000, 10, 40),
    run('elt', 'koud', 3, 10_000, 4, 1),
    run('traag', 'koud', 3, 1_000, 10, 20),
    run('elt', 'identiek', 1, 10_000, 0.5, 0.5),
    run('elt', 'identiek', 2, 10_000, 0.5, 0.5),
    run('elt', 'identiek', 3, 10_000, 0.5, 0.5),
  ],
});

describe('markdown', () => {
  it('gives medians, carried to 100,000 rows', () => {
    expect(report).toContain('| elt | koud | 10.000 | 2,0 | 5.000 | 10,0 | 5,0 | 2,5 | 2,5 | 200 | 400 | 10,0 | 300 | 200 | 33 |');
    expect(report).toContain('| traag | koud | 1.000 | 10,0 | 100 | 2.000 | 1.000 | 500 | 500 | 2.000 | 4.000 | 100 | 300 | 200 | 33 |');
  });

  it('compares variants repeat by repeat', () => {
    expect(report).toContain('| traag : elt | koud | 10.000 | 0,0200 | 200 |');
  });

  it('compares a later import with the first of the same variant', () => {
    expect(report).toContain('| elt | identiek : koud | 10.000 | 4,00 | 0,500 |');
  });

  it('gives the peak of each process', () => {
    expect(report).toContain('| traag | b | 1.000 | 200 |');
  });
});
