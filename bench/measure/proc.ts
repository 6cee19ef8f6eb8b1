import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel says about one process (`/proc/<pid>/stat`). */
export interface ProcessSample {
  readonly pid: number;
  readonly parent: number;
  /** Ticks after boot at which it started; with the pid it names one process for good, as pids are used again. */
  readonly startedAt: number;
  /** CPU time of all its threads, user and kernel, in ticks; without its children. */
  readonly cpuTicks: number;
  /** Resident memory in pages. */
  readonly residentPages: number;
}

const setting = (name: string) => Number(execFileSync('getconf', [name], { encoding: 'utf8' }));

/** Ticks in a second, for {@link ProcessSample.cpuTicks}. */
export const ticksPerSecond = setting('CLK_TCK');

/** MiB in a page, for {@link ProcessSample.residentPages}. */
export const mebibytesPerPage = setting('PAGESIZE') / 1024 ** 2;

/** Reads one `/proc/<pid>/stat`; the command in it may hold blanks and brackets, so fields count from the last bracket. */
export function parseStat(text: string): ProcessSample {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
  const field = (number: number) => fields[number - 3] ?? NaN;
  return {
    pid: Number.parseInt(text, 10),
    parent: field(4),
    cpuTicks: field(14) + field(15),
    startedAt: field(22),
    residentPages: field(24),
  };
}

/** All processes of the machine by pid; one that ends while we look is left out. */
export function processTable(): Map<number, ProcessSample> {
  const table = new Map<number, ProcessSample>();
  for (const entry of readdirSync('/proc')) {
    if (!/^[0-9]+$/.test(entry)) continue;
    const sample = readSample(entry);
    if (sample) table.set(sample.pid, sample);
  }
  return table;
}

function readSample(pid: string): ProcessSample | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The process with this pid and all that descend from it; empty when it is gone. */
export function withDescendants(table: ReadonlyMap<number, ProcessSample>, root: number): ProcessSample[] {
  const found = [table.get(root)].filter((sample) => sample !== undefined);
  for (const ancestor of found) {
    for (const sample of table.values()) if (sample.parent === ancestor.pid) found.push(sample);
  }
  return found;
}
