import { runFindingSchema, type RunFinding } from '@gids/contracts';
import fc from 'fast-check';
import { judgeRun, type Judgement, type MeasuredRun, type RunBefore } from './judge-run.js';
import { defaultLimits } from './run-limits.js';

const before: RunBefore = { rows: 6_000, records: 5_900, fillRates: { TELEFOONNUMMER: 980, INTERNETADRES: 700 } };
/** The same file again. */
const alike: MeasuredRun = { rows: 6_000, badRows: 0, vanished: 0, hidden: 0, changed: 0, fillRates: before.fillRates };

const given = (last: RunBefore | undefined, limits = defaultLimits) => ({
  when: (measured: Partial<MeasuredRun>) => ({ then: (expected: unknown) => expect(judgeRun({ ...alike, ...measured }, last, limits)).toEqual(expected) }),
});
const apply: Judgement = { kind: 'apply' };
const holdFor = (code: RunFinding['code'], measured: number, limit: number, message: string) => ({ kind: 'hold', findings: [{ code, measured, limit, message }] });

describe('a file beside the last one', () => {
  it('R8 that is the same in every measure is applied', () => given(before).when({}).then(apply));

  it('R8 is not held when it is the first of its source, whatever it is', () => {
    given(undefined).when({ rows: 3, badRows: 2, vanished: 9_000, hidden: 9_000, changed: 9_000, fillRates: {} }).then(apply);
  });

  it.each<[string, Partial<MeasuredRun>]>([
    ['90 % of the rows', { rows: 5_400 }],
    ['150 % of the rows', { rows: 9_000 }],
    ['2 % of the records vanished', { vanished: 118 }],
    ['2 % of the records hidden', { hidden: 118 }],
    ['20 % of the records changed', { changed: 1_180 }],
    ['1 % of the rows bad', { badRows: 60 }],
    ['a column ten points emptier', { fillRates: { TELEFOONNUMMER: 880, INTERNETADRES: 600 } }],
  ])('R8 is applied with exactly %s', (_, measured) => given(before).when(measured).then(apply));

  it.each<[string, Partial<MeasuredRun>, ReturnType<typeof holdFor>]>([
    ['fewer rows', { rows: 5_399 }, holdFor('BELOW_MIN', 5_399, 5_400, 'Het bestand telt 5.399 regels; de vorige keer waren het er 6.000 en zonder akkoord moeten het er minstens 5.400 zijn.')],
    ['more rows', { rows: 9_001 }, holdFor('ABOVE_MAX', 9_001, 9_000, 'Het bestand telt 9.001 regels; de vorige keer waren het er 6.000 en zonder akkoord mogen het er hoogstens 9.000 zijn.')],
    ['more vanished', { vanished: 119 }, holdFor('TOO_MANY_CLOSURES', 119, 118, 'Er verdwijnen 119 van de 5.900 organisaties; zonder akkoord mogen dat er hoogstens 118 zijn.')],
    ['more hidden', { hidden: 119 }, holdFor('TOO_MANY_HIDDEN', 119, 118, 'Van de 5.900 organisaties worden er 119 onzichtbaar; zonder akkoord mogen dat er hoogstens 118 zijn.')],
    ['more changed', { changed: 1_181 }, holdFor('TOO_MANY_CHANGES', 1_181, 1_180, 'Er wijzigen 1.181 van de 5.900 organisaties; zonder akkoord mogen dat er hoogstens 1.180 zijn.')],
    ['more bad rows', { badRows: 61 }, holdFor('TOO_MANY_BAD_ROWS', 61, 60, 'Niet te gebruiken zijn 61 van de 6.000 regels; zonder akkoord mogen dat er hoogstens 60 zijn.')],
    [
      'an emptier column',
      { fillRates: { TELEFOONNUMMER: 879, INTERNETADRES: 700 } },
      holdFor('FILL_RATE', 87.9, 88, 'Kolom "TELEFOONNUMMER" is gevuld in 87,9% van de regels; de vorige keer was dat 98,0% en zonder akkoord moet het minstens 88,0% zijn.'),
    ],
  ])('R8 is held with %s than that, with the measured value and the limit', (_, measured, held) => given(before).when(measured).then(held));

  it('R8 is refused with fewer than half of the rows: that is no file to let through', () => {
    given(before).when({ rows: 3_000 }).then(holdFor('BELOW_MIN', 3_000, 5_400, expect.any(String) as string));
    given(before).when({ rows: 2_999 }).then({
      kind: 'refuse',
      finding: {
        code: 'BELOW_MIN',
        measured: 2_999,
        limit: 3_000,
        message: 'Het bestand telt 2.999 regels; de vorige keer waren het er 6.000 en een bestand van minder dan 3.000 regels wordt niet verwerkt. Haal het bestand opnieuw op; tot dan blijft de vorige stand gelden.',
      },
    });
  });

  it('R8 says all that is wrong with it at once', () => {
    const judgement = judgeRun({ rows: 4_000, badRows: 300, vanished: 2_000, hidden: 2_100, changed: 2_000, fillRates: { TELEFOONNUMMER: 100, INTERNETADRES: 100 } }, before, defaultLimits);
    expect(judgement.kind === 'hold' && judgement.findings.map(({ code }) => code)).toEqual([
      'BELOW_MIN', 'TOO_MANY_CLOSURES', 'TOO_MANY_HIDDEN', 'TOO_MANY_CHANGES', 'TOO_MANY_BAD_ROWS', 'FILL_RATE', 'FILL_RATE',
    ]);
  });

  it('R8 is not judged by a column that one of the two did not have', () => {
    given(before).when({ fillRates: { INTERNETADRES: 700, NIEUW: 0 } }).then(apply);
  });

  it('R8 is judged by the limits of its source', () => {
    given(before, { ...defaultLimits, rowsRefusedBelow: 25, vanished: 80, hidden: 80 }).when({ rows: 2_000, vanished: 4_000, hidden: 4_000 }).then(holdFor('BELOW_MIN', 2_000, 5_400, expect.any(String) as string));
  });
});

describe('a small source', () => {
  const small: RunBefore = { rows: 60, records: 60, fillRates: { TELEFOONNUMMER: 980 } };

  it('R2 is not held for a share that is a handful: one of two records may go and the other change', () => {
    given({ rows: 2, records: 2, fillRates: { TELEFOONNUMMER: 1_000 } }).when({ rows: 2, vanished: 1, hidden: 1, changed: 1, badRows: 1, fillRates: { TELEFOONNUMMER: 500 } }).then(apply);
    given(small).when({ rows: 45, vanished: 20, hidden: 20, changed: 40 }).then(apply);
  });

  it('R8 is held all the same when more than a handful would go', () => {
    given(small).when({ rows: 60, vanished: 21 }).then(holdFor('TOO_MANY_CLOSURES', 21, 20, 'Er verdwijnen 21 van de 60 organisaties; zonder akkoord mogen dat er hoogstens 20 zijn.'));
    given(small).when({ rows: 60, hidden: 21 }).then(holdFor('TOO_MANY_HIDDEN', 21, 20, 'Van de 60 organisaties worden er 21 onzichtbaar; zonder akkoord mogen dat er hoogstens 20 zijn.'));
  });

  it('R8 is held, not refused, when most of it is gone: a person can say that it is right', () => {
    given({ ...small, rows: 3, records: 3 }).when({ rows: 1, vanished: 2 }).then(holdFor('BELOW_MIN', 1, 2, 'Het bestand telt 1 regel; de vorige keer waren het er 3 en zonder akkoord moeten het er minstens 2 zijn.'));
  });
});

describe('any file', () => {
  const count = fc.nat(12_000);
  const rate = fc.nat(1_000);
  const anyBefore: fc.Arbitrary<RunBefore> = fc.record({ rows: count, records: count, fillRates: fc.record({ a: rate, b: rate }) });
  const anyRun: fc.Arbitrary<MeasuredRun> = fc.record({ rows: count, badRows: count, vanished: count, hidden: count, changed: count, fillRates: fc.record({ a: rate, b: rate }) });
  const anyLimits = fc.record({ rowsRefusedBelow: fc.nat(90), vanished: fc.nat(100), hidden: fc.nat(100), changed: fc.nat(100), few: fc.nat(50), smallSource: fc.nat(500) })
    .map((limits) => ({ ...defaultLimits, ...limits }));
  const severity = { apply: 0, hold: 1, refuse: 2 };
  const worsened = (run: MeasuredRun, by: MeasuredRun): MeasuredRun => ({
    rows: Math.max(0, run.rows - by.rows),
    badRows: run.badRows + by.badRows,
    vanished: run.vanished + by.vanished,
    hidden: run.hidden + by.hidden,
    changed: run.changed + by.changed,
    fillRates: { a: Math.max(0, (run.fillRates['a'] ?? 0) - (by.fillRates['a'] ?? 0)), b: run.fillRates['b'] ?? 0 },
  });

  it('R8 that is worse in any measure never gets a milder outcome', () => {
    fc.assert(
      fc.property(anyRun, anyRun, anyBefore, anyLimits, (run, by, last, limits) => {
        // More rows than last time get no worse by being fewer: they are judged beside each other below.
        const fewer = { ...run, rows: Math.min(run.rows, last.rows) };
        expect(severity[judgeRun(worsened(fewer, by), last, limits).kind]).toBeGreaterThanOrEqual(severity[judgeRun(fewer, last, limits).kind]);
      }),
      { numRuns: 500 },
    );
  });

  it('R8 that has still more rows than allowed never gets a milder outcome', () => {
    fc.assert(
      fc.property(anyRun, count, anyBefore, anyLimits, (run, more, last, limits) => {
        const [long, longer] = [last.rows, last.rows + more].map((rows) => ({ ...run, badRows: 0, rows: rows + run.rows }));
        if (!long || !longer) throw new Error('two files were made');
        expect(severity[judgeRun(longer, last, limits).kind]).toBeGreaterThanOrEqual(severity[judgeRun(long, last, limits).kind]);
      }),
    );
  });

  it('R8 is told about in the terms of the contract, never without a reason', () => {
    fc.assert(
      fc.property(anyRun, anyBefore, anyLimits, (run, last, limits) => {
        const judgement = judgeRun(run, last, limits);
        const findings = judgement.kind === 'hold' ? judgement.findings : judgement.kind === 'refuse' ? [judgement.finding] : [];
        expect(findings.length > 0).toBe(judgement.kind !== 'apply');
        for (const finding of findings) expect(runFindingSchema.parse(finding)).toEqual(finding);
      }),
    );
  });
});
