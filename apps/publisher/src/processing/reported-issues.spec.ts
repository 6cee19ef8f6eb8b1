import { issueSchema } from '@gids/contracts';
import fc from 'fast-check';
import { leftOut, unusable } from '../testing/test-source.js';
import { withReport } from './reported-issues.js';

const reported = (message: string, severity: 'error' | 'warning' = 'error') => ({ severity, code: 'reportedByScript', field: '', value: '', message });

describe('what is known of a record once a script reported (R87)', () => {
  it('R87 given a conversion error, then its explanation is an error', () => {
    expect(withReport([], { conversionError: true, explanation: 'veld X is onbekend' })).toEqual([reported('veld X is onbekend')]);
  });

  it('R87 given a conversion error without a word, then it says so', () => {
    expect(withReport([], { conversionError: true, explanation: ' \n ' })).toEqual([reported('Het importscript meldt een conversiefout, zonder toelichting.')]);
  });

  it('R22 R87 given a remark without an error, then it is a warning, which touches no status', () => {
    expect(withReport([], { conversionError: false, explanation: 'Telefoon weggelaten' })).toEqual([reported('Telefoon weggelaten', 'warning')]);
  });

  it('R87 given nothing to say, then nothing is kept', () => {
    expect(withReport([], { conversionError: false, explanation: '' })).toEqual([]);
  });

  it('R87 given an earlier report, then the new one takes its place', () => {
    const earlier = withReport([], { conversionError: true, explanation: 'veld X' });
    expect(withReport(earlier, { conversionError: false, explanation: '' })).toEqual([]);
  });

  it('R25 given what the mapping of the file found, then it stays, whatever the script says', () => {
    expect(withReport([unusable, leftOut], { conversionError: false, explanation: '' })).toEqual([unusable, leftOut]);
  });

  it('R26 given findings of the validation, then they are left to the next validation', () => {
    const stale = { severity: 'error' as const, code: 'mandatoryFieldEmpty', field: 'Straat', value: '', message: 'Straat: verplicht veld is leeg.' };
    expect(withReport([stale], { conversionError: false, explanation: '' })).toEqual([]);
  });

  it('R22 given whatever text, then every word of it is told, in findings that can be kept', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_500 }), fc.integer({ min: 1, max: 4 }), (text, times) => {
        const explanation = Array.from({ length: times }, () => text).join(' \n');
        const issues = withReport([], { conversionError: false, explanation });
        for (const issue of issues) expect(issueSchema.safeParse(issue).success).toBe(true);
        const told = issues.map(({ message }) => message).join('').replace(/\s/g, '');
        expect(told).toBe(explanation.replace(/\s/g, ''));
      }),
    );
  });
});
