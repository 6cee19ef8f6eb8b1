import { sources } from '@gids/sources';
import fc from 'fast-check';
import { findingsOf, mapRow, outcomeOf, toldAs } from './map-row.js';
import { expectedRecords, fixtureRows } from './testing/source-rows.js';

describe.each(sources.map((source) => [source.id, source] as const))('a row of %s', (sourceId, source) => {
  const row = (recordId: string, fields: Record<string, string>) => ({ importId: source.importId, sourceId, recordId, line: 2, change: 'added' as const, fields });
  const expected = expectedRecords(source);

  it.each(fixtureRows(source).map(({ recordId, fields }) => [recordId, fields] as const))('R5 %s becomes what its source makes of it', (recordId, fields) => {
    const { issues, ...made } = expected[recordId]!;
    const reference = { importId: source.importId, sourceId, recordId };
    expect(mapRow(row(recordId, fields))).toEqual(
      made.organisation ? { kind: 'organisation', data: { ...reference, ...made, issues } } : { kind: 'nothing', data: { ...reference, issues } },
    );
  });

  it('A34 without any field becomes nothing, with the error that says why', () => {
    const outcome = mapRow(row('16AH00', {}));
    expect(outcome.kind).toBe('nothing');
    expect(findingsOf(outcome).some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('R25 becomes what the next service accepts, or nothing with an error, whatever stands in it', () => {
    const columns = source.columns.filter(({ use }) => use !== 'ignored').map(({ name }) => name);
    const [{ fields: good } = { fields: {} }] = fixtureRows(source);
    const damage = fc.dictionary(fc.constantFrom(...columns), fc.string({ minLength: 1, maxLength: 40 }), { maxKeys: 4 });
    fc.assert(
      fc.property(damage, fc.string({ minLength: 1 }), (damaged, recordId) => {
        const outcome = mapRow(row(recordId, { ...good, ...damaged }));
        expect(toldAs[outcome.kind].schema.safeParse(outcome.data)).toMatchObject({ success: true });
        expect(outcome.data).toMatchObject({ sourceId, recordId });
        if (outcome.kind === 'nothing') expect(findingsOf(outcome).some(({ severity }) => severity === 'error')).toBe(true);
      }),
    );
  });
});

it('R5 a row of a source that is not registered is refused by name', () => {
  const row = { importId: 'duo', sourceId: 'onbekend', recordId: '1', line: 2, change: 'added' as const, fields: {} };
  expect(() => mapRow(row)).toThrow('Source onbekend is not in the registry of @gids/sources');
});

describe('a row that is a product', () => {
  const reference = { importId: 'voorbeeldstad', sourceId: 'example-voorbeeldstad', recordId: '0011' };
  const expected = expectedRecords({ id: 'example-voorbeeldstad' });

  it('R2 R69 is told as such, with the bronID of the row and of its organisation', () => {
    const outcome = outcomeOf(reference, expected['0011']!);
    const product = { kind: 'COURSE', name: 'Muziek op schoot', capacity: 10, price: 1250, attributes: {} };
    const data = { importId: 'voorbeeldstad', sourceId: 'example-voorbeeldstad', organisationRecordId: '0001', product: { recordId: '0011', product, makeVisible: true, issues: [] } };
    expect(outcome).toEqual({ kind: 'product', data });
    expect(toldAs[outcome.kind].schema.safeParse(data)).toMatchObject({ success: true });
  });

  it('R69 names no organisation where the row names none, and carries its findings', () => {
    const outcome = outcomeOf(reference, expected['0013']!);
    expect(outcome.data).not.toHaveProperty('organisationRecordId');
    expect(findingsOf(outcome).map(({ field }) => field)).toEqual(['aantal plaatsen', 'prijs']);
  });

  it('A34 of which nothing can be made stays a product, with the error that says why', () => {
    const outcome = outcomeOf(reference, expected['0014']!);
    expect(outcome).toMatchObject({ kind: 'product', data: { organisationRecordId: '0002', product: { issues: [{ severity: 'error', field: 'naam' }] } } });
    expect(toldAs.product.schema.safeParse(outcome.data)).toMatchObject({ success: true });
  });

  it.each([
    ['a product', { productRow: {} }],
    ['an organisation', {}],
  ])('A34 says so where a mapping makes %s of nothing and does not say why', (_, made) => {
    expect(findingsOf(outcomeOf(reference, { makeVisible: true, issues: [], ...made }))).toMatchObject([{ severity: 'error', code: 'nothingMade' }]);
  });
});

it('R68 R72 the findings of a row are those of its organisation and of its products', () => {
  const lrk = expectedRecords({ id: 'lrk' })['100000013']!;
  const fields = findingsOf(outcomeOf({ importId: 'lrk', sourceId: 'lrk', recordId: '100000013' }, lrk)).map(({ field }) => field);
  expect(fields).toHaveLength(lrk.issues.length + 1);
  expect(fields.at(-1)).toBe('aantal_kindplaatsen');
});
