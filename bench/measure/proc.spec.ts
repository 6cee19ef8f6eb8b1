import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseStat, processTable, ticksPerSecond, withDescendants } from './proc.ts';

describe('parseStat', () => {
  it('reads the fields behind a command with blanks and brackets', () => {
    const text = '4711 (tmux: (server) 1) S 17 4711 4711 0 -1 4194624 5270 0 0 0 1250 340 8 9 20 0 11 0 98765 2286428160 32339 184467';
    expect(parseStat(text)).toEqual({ pid: 4711, parent: 17, cpuTicks: 1590, startedAt: 98765, residentPages: 32339 });
  });
});

describe('processTable', () => {
  it('agrees with what this process knows about itself', () => {
    const before = process.cpuUsage();
    const sample = processTable().get(process.pid);
    const after = process.cpuUsage();
    const seconds = (sample?.cpuTicks ?? NaN) / ticksPerSecond;
    expect(sample?.parent).toBe(process.ppid);
    expect(seconds).toBeGreaterThan((before.user + before.system) / 1e6 - 0.05);
    expect(seconds).toBeLessThan((after.user + after.system) / 1e6 + 0.05);
  });
});

describe('withDescendants', () => {
  it('finds the child of a child', async () => {
    const child = spawn('sh', ['-c', 'sleep 60 & echo $!; wait']);
    try {
      const [output] = (await once(child.stdout, 'data')) as [Buffer];
      const pids = withDescendants(processTable(), child.pid ?? NaN).map(({ pid }) => pid);
      expect(pids).toEqual([child.pid, Number(output.toString())]);
      process.kill(Number(output.toString()));
    } finally {
      child.kill();
    }
  });
});
