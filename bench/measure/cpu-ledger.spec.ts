import { CpuLedger } from './cpu-ledger.ts';

const sample = (pid: number, cpuTicks: number, startedAt = 1) => ({ pid, parent: 1, startedAt, cpuTicks, residentPages: 0 });

describe('CpuLedger', () => {
  it.each([
    ['leaves out what was used before the first look', [[sample(1, 100)], [sample(1, 130)]], 30],
    ['counts a process that came later from its start', [[], [sample(2, 7)], [sample(2, 9)]], 9],
    ['keeps what an ended process used when seen last', [[sample(1, 10)], [sample(1, 25)], []], 15],
    ['knows a pid that is used again for another process', [[sample(1, 10)], [sample(1, 25)], [sample(1, 4, 99)]], 19],
  ])('%s', (_, looks, expected) => {
    const ledger = new CpuLedger();
    for (const look of looks) {
      ledger.record(look);
      ledger.endOfLook();
    }
    expect(ledger.ticks()).toBe(expected);
  });
});
