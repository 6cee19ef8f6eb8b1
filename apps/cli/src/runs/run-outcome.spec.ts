import fc from 'fast-check';
import { runSchema } from '../gateway/run.js';
import { exampleRun } from '../testing/example-run.js';
import { exitCodeOf } from './run-outcome.js';

describe('exitCodeOf', () => {
  it.each([
    ['completed without row errors', exampleRun(), 0],
    ['completed with duplicates and warnings only', exampleRun({ aantallen: { dubbelenGevonden: 9, waarschuwingen: 3, verdwenen: 2 } }), 0],
    ['rejected rows', exampleRun({ aantallen: { afgekeurd: 1 } }), 3],
    ['conversion errors', exampleRun({ aantallen: { conversiefouten: 1 } }), 3],
    ['validation errors', exampleRun({ aantallen: { validatiefouten: 1 } }), 3],
    ['events set aside', exampleRun({ aantallen: { terzijde: 1 } }), 3],
    ['held', exampleRun({ status: 'wachtOpAkkoord', aantallen: { afgekeurd: 1 } }), 4],
    ['failed', exampleRun({ status: 'mislukt', aantallen: { afgekeurd: 1 } }), 1],
    ['refused', exampleRun({ status: 'geweigerd' }), 1],
  ])('of a run that is %s', (_what, run, code) => expect(exitCodeOf(run)).toBe(code));

  it('is 0 only for a run without one row error', () => {
    const count = fc.nat({ max: 3 });
    fc.assert(
      fc.property(fc.record({ afgekeurd: count, conversiefouten: count, validatiefouten: count, terzijde: count }), (aantallen) => {
        const errors = Object.values(aantallen).reduce((sum, each) => sum + each, 0);
        expect(exitCodeOf(exampleRun({ aantallen })) === 0).toBe(errors === 0);
      }),
    );
  });
});

describe('runSchema', () => {
  it('keeps fields that the command line does not know, for --json', () => {
    const told = { ...exampleRun(), nieuwVeld: { a: 1 } };
    expect(runSchema.parse(told)).toEqual(told);
  });
});
