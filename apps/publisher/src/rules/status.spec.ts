import type { Duplicate, ImportStatus, Issue } from '@gids/contracts';
import fc from 'fast-check';
import { decideStatus as statusOf, errorStatusOf } from './status.js';

const issue = (severity: Issue['severity']): Issue => ({ severity, code: 'x', field: 'F', value: 'v', message: 'M.' });
const duplicate = (visible: boolean): Duplicate => ({
  gidsId: 1, name: 'M', visible, matchedOn: ['NAME'], class: 'POSSIBLE', score: 7, counts: true, reasons: ['Zelfde naam'],
});
const [error, warning] = [issue('error'), issue('warning')];
const [shown, hidden] = [duplicate(true), duplicate(false)];

interface Found {
  readonly conversionIssues: readonly Issue[];
  readonly validationIssues: readonly Issue[];
  readonly duplicates: readonly Duplicate[];
}
const decideStatus = ({ conversionIssues, validationIssues, duplicates }: Found) =>
  statusOf({ errors: errorStatusOf(conversionIssues, validationIssues), duplicates });

/** Table 5.1, with every way to fill its "any". */
const table: { row: number; conversion: Issue[]; validation: Issue[]; duplicates: Duplicate[]; status: ImportStatus }[] = [
  ...[[], [error], [warning]].flatMap((validation) =>
    [[], [shown], [hidden]].map((duplicates) => ({ row: 1, conversion: [error], validation, duplicates, status: 'CONVERSION_ERRORS' as const })),
  ),
  ...[[], [shown], [hidden]].map((duplicates) => ({ row: 2, conversion: [], validation: [error], duplicates, status: 'VALIDATION_ERRORS' as const })),
  { row: 3, conversion: [], validation: [], duplicates: [shown], status: 'DUPLICATES_FOUND' },
  { row: 3, conversion: [], validation: [], duplicates: [hidden, shown], status: 'DUPLICATES_FOUND' },
  { row: 4, conversion: [], validation: [], duplicates: [], status: 'SUCCESS' },
];

describe('the status of a record (table 5.1)', () => {
  it.each(table)('R23 A6 row $row: given conversion $conversion.length, validation $validation.length, duplicates $duplicates.length, then $status', (row) => {
    const { conversion: conversionIssues, validation: validationIssues, duplicates, status } = row;
    expect(decideStatus({ conversionIssues, validationIssues, duplicates })).toBe(status);
  });

  it('R24 given warnings only, then SUCCESS', () => {
    expect(decideStatus({ conversionIssues: [warning, warning], validationIssues: [warning], duplicates: [] })).toBe('SUCCESS');
  });

  it('R36b A3 given invisible duplicates only, then SUCCESS', () => {
    expect(decideStatus({ conversionIssues: [], validationIssues: [], duplicates: [hidden, hidden] })).toBe('SUCCESS');
  });

  it('R25 given one error among many warnings, wherever it stands, then CONVERSION_ERRORS', () => {
    expect(decideStatus({ conversionIssues: [warning, warning, error], validationIssues: [], duplicates: [] })).toBe('CONVERSION_ERRORS');
  });

  it('A2 given only the organisation that the record is linked to, then SUCCESS: it is known to be the same', () => {
    expect(statusOf({ errors: undefined, duplicates: [shown], linkedOrganisationId: shown.gidsId })).toBe('SUCCESS');
    expect(statusOf({ errors: undefined, duplicates: [shown], linkedOrganisationId: 2 })).toBe('DUPLICATES_FOUND');
  });

  it('R46 A5 given a pair that does not count, by policy or by verdict, then SUCCESS', () => {
    expect(statusOf({ errors: undefined, duplicates: [{ ...shown, counts: false }] })).toBe('SUCCESS');
  });

  it('R23 is exactly one, the first that fits, for every combination of findings', () => {
    const issues = fc.array(fc.constantFrom(error, warning), { maxLength: 4 });
    const findings = fc.record({ conversionIssues: issues, validationIssues: issues, duplicates: fc.array(fc.constantFrom(shown, hidden), { maxLength: 4 }) });
    fc.assert(
      fc.property(findings, (given) => {
        const expected = given.conversionIssues.includes(error)
          ? 'CONVERSION_ERRORS'
          : given.validationIssues.includes(error)
            ? 'VALIDATION_ERRORS'
            : given.duplicates.includes(shown)
              ? 'DUPLICATES_FOUND'
              : 'SUCCESS';
        expect(decideStatus(given)).toBe(expected);
      }),
    );
  });

  it('does not depend on the order of what was found', () => {
    const issues = fc.array(fc.constantFrom(error, warning), { maxLength: 4 });
    const findings = fc.record({ conversionIssues: issues, validationIssues: issues, duplicates: fc.array(fc.constantFrom(shown, hidden), { maxLength: 4 }) });
    fc.assert(
      fc.property(findings, ({ conversionIssues, validationIssues, duplicates }) => {
        const turned = {
          conversionIssues: conversionIssues.toReversed(),
          validationIssues: validationIssues.toReversed(),
          duplicates: duplicates.toReversed(),
        };
        expect(decideStatus(turned)).toBe(decideStatus({ conversionIssues, validationIssues, duplicates }));
      }),
    );
  });
});
