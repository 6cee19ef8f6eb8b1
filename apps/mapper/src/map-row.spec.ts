import { ConversionFailed, OrganisationMapped } from '@gids/contracts';
import { sources } from '@gids/sources';
import fc from 'fast-check';
import { mapRow } from './map-row.js';
import { expectedRecords, fixtureRows } from './testing/source-rows.js';

describe.each(sources.map((source) => [source.id, source] as const))('a row of %s', (sourceId, source) => {
  const row = (recordId: string, fields: Record<string, string>) => ({ importId: source.importId, sourceId, recordId, line: 2, change: 'added' as const, fields });
  const expected = expectedRecords(source);

  it.each(fixtureRows(source).map(({ recordId, fields }) => [recordId, fields] as const))('R5 %s becomes what its source makes of it', (recordId, fields) => {
    const { organisation, makeVisible, issues } = expected[recordId]!;
    const reference = { importId: source.importId, sourceId, recordId };
    expect(mapRow(row(recordId, fields))).toEqual(
      organisation ? { kind: 'organisation', data: { ...reference, organisation, makeVisible, issues } } : { kind: 'nothing', data: { ...reference, issues } },
    );
  });

  it('A34 without any field becomes nothing, with the error that says why', () => {
    const outcome = mapRow(row('16AH00', {}));
    expect(outcome.kind).toBe('nothing');
    expect(outcome.data.issues.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('R25 becomes what the next service accepts, or nothing with an error, whatever stands in it', () => {
    const columns = source.columns.filter(({ use }) => use !== 'ignored').map(({ name }) => name);
    const [{ fields: good } = { fields: {} }] = fixtureRows(source);
    const damage = fc.dictionary(fc.constantFrom(...columns), fc.string({ minLength: 1, maxLength: 40 }), { maxKeys: 4 });
    fc.assert(
      fc.property(damage, fc.string({ minLength: 1 }), (damaged, recordId) => {
        const { kind, data } = mapRow(row(recordId, { ...good, ...damaged }));
        const schema = kind === 'organisation' ? OrganisationMapped.schema : ConversionFailed.schema;
        expect(schema.safeParse(data)).toMatchObject({ success: true });
        expect(data).toMatchObject({ sourceId, recordId });
        if (kind === 'nothing') expect(data.issues.some(({ severity }) => severity === 'error')).toBe(true);
      }),
    );
  });
});

it('R5 a row of a source that is not registered is refused by name', () => {
  const row = { importId: 'duo', sourceId: 'onbekend', recordId: '1', line: 2, change: 'added' as const, fields: {} };
  expect(() => mapRow(row)).toThrow('Source onbekend is not in the registry of @gids/sources');
});
