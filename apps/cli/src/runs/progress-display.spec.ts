import { PassThrough } from 'node:stream';
import { Output, type OutputStream } from '../terminal/output.js';
import { progressDisplay } from './progress-display.js';
import { progressOf } from './run-progress.js';
import { busyRun } from '../testing/example-run.js';

const collected = (terminal: { isTTY?: boolean; columns?: number } = {}) => Object.assign(new PassThrough({ encoding: 'utf8' }), terminal) as PassThrough & OutputStream;
const outputTo = (err: OutputStream, quiet = false) => new Output(collected(), err, { json: false, quiet });

const run = [
  busyRun('controleren', { regelsGelezen: 10 }),
  busyRun('controleren', { regelsGelezen: 20 }),
  busyRun('verwerken', { teVersturen: 20, verwerkt: 5 }),
].map(progressOf);

describe('progressDisplay', () => {
  it('given no terminal, writes one line per phase', () => {
    const err = collected();
    const display = progressDisplay(outputTo(err));
    run.forEach((progress) => display.show(progress));
    display.end();
    expect(err.read()).toBe('Bestand controleren\nRecords verwerken (20 regels)\n');
  });

  it('given a terminal, draws a bar and wipes it out at the end', () => {
    const err = collected({ isTTY: true, columns: 120 });
    const display = progressDisplay(outputTo(err));
    run.forEach((progress) => display.show(progress));
    display.end();
    display.end();
    const drawn = String(err.read());
    expect(drawn).toContain('Bestand controleren [........................] 10 regels');
    expect(drawn).toContain('Records verwerken [######..................] 25% 5 van 20 regels');
    expect(drawn.endsWith('\u001B[2K')).toBe(true);
  });

  it('given a narrow terminal, keeps to one line and leaves its settings alone', () => {
    const err = collected({ isTTY: true, columns: 30 });
    const display = progressDisplay(outputTo(err));
    display.show(progressOf(busyRun('controleren', { regelsGelezen: 10 })));
    display.end();
    const drawn = String(err.read());
    expect(drawn).toContain('Bestand controleren [.........\u001B');
    expect(drawn).not.toContain('\u001B[?');
  });

  it('given --stil, writes nothing', () => {
    const err = collected({ isTTY: true });
    const display = progressDisplay(outputTo(err, true));
    run.forEach((progress) => display.show(progress));
    display.end();
    expect(err.read()).toBeNull();
  });
});
