import fc from 'fast-check';
import { busyRun, exampleRun } from '../testing/example-run.js';
import { barPayload, paceOf, phaseLine, progressOf, remember, secondsLeft, uploadProgress, type Progress, type Sample } from './run-progress.js';

const processing = (rows: number, total = 1_000): Progress => ({ phase: 'Records verwerken', rows, done: rows, total, unit: 'rows' });
const samplesOf = (...measured: [at: number, progress: Progress][]): Sample[] =>
  measured.reduce<Sample[]>((samples, [at, progress]) => remember(samples, { at, progress }), []);

describe('progressOf', () => {
  it.each([
    ['bytes while fetching', busyRun('ophalen', { bytesGelezen: 500, bytesTotaal: 2_000, regelsGelezen: 7 }), { phase: 'Bestand ophalen', done: 500, total: 2_000, rows: 7, unit: 'bytes' }],
    ['bytes of an unknown size', busyRun('ophalen', { bytesGelezen: 500 }), { done: 500, total: undefined }],
    ['rows read while checking', busyRun('controleren', { regelsGelezen: 3_000 }), { phase: 'Bestand controleren', done: 3_000, total: undefined, unit: 'rows' }],
    ['rows sent', busyRun('versturen', { teVersturen: 79, verstuurd: 50 }), { phase: 'Wijzigingen versturen', done: 50, total: 79 }],
    ['rows processed', busyRun('verwerken', { teVersturen: 79, verwerkt: 12 }), { phase: 'Records verwerken', done: 12, total: 79 }],
    ['a phase that is new to the command line', busyRun('opruimen'), { phase: 'opruimen' }],
    ['a run that has to begin', exampleRun({ status: 'gepland', fase: null }), { phase: 'Gepland', done: 0 }],
  ])('counts %s', (_what, run, expected) => expect(progressOf(run)).toMatchObject(expected));
});

describe('pace and time left', () => {
  it('given 400 rows in two seconds of 1,000, says 200 per second and 3 seconds left', () => {
    const samples = samplesOf([1_000, processing(0)], [2_000, processing(100)], [3_000, processing(400)]);
    expect(paceOf(samples, ({ rows }) => rows)).toBe(200);
    expect(secondsLeft(samples)).toBe(3);
  });

  it('given one sample or a standstill, says nothing rather than nonsense', () => {
    expect(secondsLeft(samplesOf([1_000, processing(5)]))).toBeUndefined();
    expect(secondsLeft(samplesOf([1_000, processing(5)], [2_000, processing(5)]))).toBeUndefined();
  });

  it('given an unknown total, says nothing', () => {
    const reading = (done: number): Progress => ({ ...processing(done), total: undefined });
    expect(secondsLeft(samplesOf([0, reading(0)], [1_000, reading(9)]))).toBeUndefined();
  });

  it('forgets the phase before and what is longer ago than ten seconds', () => {
    const checking: Progress = { phase: 'Bestand controleren', rows: 9, done: 9, total: undefined, unit: 'rows' };
    expect(samplesOf([0, checking], [500, processing(0)])).toHaveLength(1);
    expect(samplesOf([0, processing(0)], [9_000, processing(1)], [10_500, processing(2)]).map(({ at }) => at)).toEqual([9_000, 10_500]);
  });

  it('is never negative, infinite or not a number', () => {
    const measured = fc.array(fc.record({ step: fc.nat(3_000), rows: fc.nat(2_000), total: fc.nat(1_000) }), { minLength: 1 });
    fc.assert(
      fc.property(measured, (all) => {
        let at = 0;
        const samples = samplesOf(...all.map(({ step, rows, total }): [number, Progress] => [(at += step), processing(rows, total)]));
        const left = secondsLeft(samples) ?? 0;
        expect(Number.isFinite(left) && left >= 0).toBe(true);
      }),
    );
  });
});

describe('barPayload', () => {
  it('tells phase, part, rows, pace and time left', () => {
    const samples = samplesOf([0, processing(0, 31_800)], [2_000, processing(4_800, 31_800)]);
    expect(barPayload(processing(4_800, 31_800), samples)).toEqual({
      fase: 'Records verwerken',
      deel: ' 15%',
      gedaan: '4.800 van 31.800 regels',
      snelheid: ', 2.400 regels/s',
      resterend: ', nog 12 s',
    });
  });

  it('tells rows as well while a file comes in', () => {
    const fetching = (done: number, rows: number): Progress => ({ phase: 'Bestand ophalen', rows, done, total: 4_000_000, unit: 'bytes' });
    expect(barPayload(fetching(1_000_000, 500), samplesOf([0, fetching(0, 0)], [1_000, fetching(1_000_000, 500)]))).toMatchObject({
      deel: ' 25%',
      gedaan: '1 MB van 4 MB, 500 regels',
      snelheid: ', 500 regels/s',
      resterend: ', nog 3 s',
    });
  });

  it('tells bytes per second while a file goes out', () => {
    const samples = samplesOf([0, uploadProgress(0, 6_000_000)], [1_000, uploadProgress(1_500_000, 6_000_000)]);
    expect(barPayload(uploadProgress(1_500_000, 6_000_000), samples)).toMatchObject({ fase: 'Bestand versturen', snelheid: ', 1,5 MB/s', resterend: ', nog 3 s' });
  });

  it('leaves out what cannot be known', () => {
    const reading: Progress = { phase: 'Bestand controleren', rows: 1_200, done: 1_200, total: undefined, unit: 'rows' };
    expect(barPayload(reading, samplesOf([0, reading]))).toEqual({ fase: 'Bestand controleren', deel: '', gedaan: '1.200 regels', snelheid: '', resterend: '' });
  });
});

describe('phaseLine', () => {
  it.each([
    ['Records verwerken (31.800 regels)', processing(0, 31_800)],
    ['Bestand versturen (6 MB)', uploadProgress(0, 6_000_000)],
    ['Bestand controleren', { ...processing(0), phase: 'Bestand controleren', total: undefined }],
  ])('says %j', (line, progress) => expect(phaseLine(progress)).toBe(line));
});
