import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasRealData, realFile, root } from './paths.js';
import { runProgram } from './program.js';

/** A source with the files that are imported one after another. */
export interface Delivery {
  readonly source: string;
  readonly file: string;
}

/** Consecutive deliveries to import: the real files where they are, else made ones of the same kind. */
export async function consecutiveDeliveries(folder: string): Promise<Delivery[]> {
  if (hasRealData) {
    return [
      { source: 'duo-po', file: realFile('duo-po-2026-04.csv') },
      { source: 'duo-po', file: realFile('duo-po-2026-08.csv') },
      { source: 'lrk', file: realFile('lrk-made-before.csv') },
      { source: 'lrk', file: realFile('lrk-made-after.csv') },
    ];
  }
  const [before, after] = await Promise.all([make(folder, 'lrk', 12_000, 0), make(folder, 'lrk', 12_000, 2)]);
  return [before, after].map((file) => ({ source: 'lrk', file }));
}

/** A first delivery that takes long enough to be hurt in the middle, and no longer. */
export async function largeDelivery(folder: string): Promise<Delivery> {
  return { source: 'lrk', file: await make(folder, 'lrk', 12_000, 0) };
}

async function make(folder: string, source: string, rows: number, changed: number): Promise<string> {
  const file = join(folder, `${source}-${rows}-${changed}.csv`);
  if (existsSync(file)) return file;
  const args = ['bench/data/make-file.ts', '--bron', source, '--rijen', String(rows), '--uit', file];
  const { code, stderr } = await runProgram([join(root, args[0] ?? ''), ...args.slice(1), ...(changed > 0 ? ['--gewijzigd', String(changed)] : [])]);
  if (code !== 0) throw new Error(`${file} could not be made: ${stderr}`);
  return file;
}
