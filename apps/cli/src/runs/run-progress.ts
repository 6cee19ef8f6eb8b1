import type { Run } from '../gateway/run.js';
import { countText, durationText, sizeText } from '../terminal/figures.js';
import { phaseLabel } from './run-words.js';

/** How far a run is within one phase, at one moment. */
export interface Progress {
  /** Phase as the user reads it; a new phase counts from nought. */
  readonly phase: string;
  /** Rows that the phase has dealt with. */
  readonly rows: number;
  readonly done: number;
  /** Absent while it is not known how much there is. */
  readonly total: number | undefined;
  readonly unit: 'rows' | 'bytes';
}

/** What the progress bar shows beside its bar; every value is text that is ready. */
export interface BarPayload {
  readonly fase: string;
  readonly deel: string;
  readonly gedaan: string;
  readonly snelheid: string;
  readonly resterend: string;
}

/** @returns how far the run is in the phase it is in */
export function progressOf(run: Run): Progress {
  const phase = phaseLabel(run);
  const { bytesGelezen, bytesTotaal, regelsGelezen, teVersturen, verstuurd, verwerkt } = run.voortgang;
  const ofRows = (rows: number, total: number | undefined): Progress => ({ phase, rows, done: rows, total, unit: 'rows' });
  if (run.fase === 'versturen') return ofRows(verstuurd, teVersturen);
  if (run.fase === 'verwerken') return ofRows(verwerkt, teVersturen);
  if (run.fase === 'ophalen') return { phase, rows: regelsGelezen, done: bytesGelezen, total: bytesTotaal ?? undefined, unit: 'bytes' };
  return ofRows(regelsGelezen, undefined);
}

/** @returns how far the sending of a file is, before there is a run */
export const uploadProgress = (sent: number, total: number): Progress => ({ phase: 'Bestand versturen', rows: 0, done: sent, total, unit: 'bytes' });

/** A measurement at a moment, in milliseconds. */
export interface Sample {
  readonly at: number;
  readonly progress: Progress;
}

/** The pace is that of the last ten seconds, so that it follows what happens now. */
const windowMs = 10_000;

/** @returns the samples of the current phase within the window, oldest first, with the new one */
export function remember(samples: readonly Sample[], sample: Sample): Sample[] {
  const recent = samples.filter(({ at, progress }) => progress.phase === sample.progress.phase && at > sample.at - windowMs);
  return [...recent, sample];
}

/** @returns what was dealt with per second between the first and the last sample; absent when that cannot be said */
export function paceOf(samples: readonly Sample[], measure: (progress: Progress) => number): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at <= first.at) return undefined;
  const pace = (1_000 * (measure(last.progress) - measure(first.progress))) / (last.at - first.at);
  return pace > 0 ? pace : undefined;
}

/** @returns seconds until the phase is done at the pace of these samples; absent when that cannot be said */
export function secondsLeft(samples: readonly Sample[]): number | undefined {
  const progress = samples.at(-1)?.progress;
  const pace = paceOf(samples, ({ done }) => done);
  if (progress?.total === undefined || pace === undefined) return undefined;
  return Math.max(progress.total - progress.done, 0) / pace;
}

/** @param samples of the phase that the progress is in, with this progress as the last one */
export function barPayload(progress: Progress, samples: readonly Sample[]): BarPayload {
  const inRows = progress.unit === 'rows' || progress.rows > 0;
  const pace = paceOf(samples, ({ rows, done }) => (inRows ? rows : done));
  const left = secondsLeft(samples);
  return {
    fase: progress.phase,
    deel: partText(progress),
    gedaan: doneText(progress),
    snelheid: pace === undefined ? '' : `, ${inRows ? `${countText(Math.round(pace))} regels` : sizeText(pace)}/s`,
    resterend: left === undefined ? '' : `, nog ${durationText(Math.ceil(left))}`,
  };
}

function partText({ done, total }: Progress): string {
  return total === undefined || total === 0 ? '' : ` ${Math.min(Math.floor((100 * done) / total), 100)}%`;
}

function doneText({ rows, done, total, unit }: Progress): string {
  if (unit === 'rows') return total === undefined ? `${countText(rows)} regels` : `${countText(rows)} van ${countText(total)} regels`;
  const size = total === undefined ? sizeText(done) : `${sizeText(done)} van ${sizeText(total)}`;
  return rows > 0 ? `${size}, ${countText(rows)} regels` : size;
}

/** What a log gets when a phase begins. */
export function phaseLine({ phase, total, unit }: Progress): string {
  if (total === undefined || total === 0) return phase;
  return `${phase} (${unit === 'rows' ? `${countText(total)} regels` : sizeText(total)})`;
}
