import { z } from 'zod';
import { commaList, digits, flag, sourceIdSchema, text } from '../api/values.js';
import { inputErrorsOf } from './input-errors.js';

function errorsOf(schema: z.ZodType, given: unknown) {
  const result = schema.safeParse(given);
  return inputErrorsOf(result.error?.issues ?? [], given);
}

describe('errors in the input', () => {
  it.each([
    ['a missing field', z.object({ a: z.string() }), {}, { veld: 'a', code: 'verplicht' }],
    ['an unknown field', z.strictObject({}), { 'a/b': 1 }, { veld: 'a~1b', code: 'onbekendVeld' }],
    ['c3-78 a list for an object', z.object({}), [], { veld: '', code: 'verkeerdType', melding: 'Dit moet een object zijn.' }],
    ['c3-76 text for a boolean', z.object({ a: z.boolean() }), { a: 'true' }, { veld: 'a', code: 'verkeerdType' }],
    ['c3-78 a deep place', z.object({ ids: z.array(z.uuid()) }), { ids: ['x'] }, { veld: 'ids/0', code: 'verkeerdeVorm', melding: 'Geef een UUID, zoals 019a9f3e-7a10-7cc3-98c4-dc0c0c07398f.' }],
    ['a value that is not in the list', z.enum(['een', 'twee']), 'drie', { veld: '', code: 'onbekendeWaarde', melding: 'Kies een van: een, twee.' }],
    ['one wrong value of several', commaList(z.enum(['een', 'twee'])), 'een,drie', { veld: '1', code: 'onbekendeWaarde' }],
    ['too many values', commaList(z.string(), 2), 'a,b,c', { code: 'teVeel' }],
    ['too long a text', text(3), 'abcd', { code: 'teLang', melding: 'Gebruik ten hoogste 3 tekens.' }],
    ['an empty text', text(3), '', { code: 'leeg' }],
    ['c3-85 a text with NUL', text(3), 'a\u0000', { code: 'ongeldigeWaarde', melding: 'De tekst bevat tekens die niet mogen.' }],
    ['c3-85 half a character', text(3), 'a\ud800', { code: 'ongeldigeWaarde' }],
    ['c3-84 too large a number', digits(1, 500), '1000000', { code: 'teGroot', melding: 'Geef een getal van ten hoogste 500.' }],
    ['too small a number', digits(1, 500), '0', { code: 'teKlein' }],
    ['c3-76 another way of writing a number', digits(1, 500), '1e2', { code: 'verkeerdeVorm', melding: 'Geef een geheel getal, met alleen cijfers.' }],
    ['no boolean', flag(), 'ja', { code: 'onbekendeWaarde', melding: 'Kies een van: true, false.' }],
    ['no id of a source', sourceIdSchema, '../etc', { code: 'verkeerdeVorm', melding: 'Geef de id van een importbron, zoals duo-po.' }],
  ])('tell of %s', (_what, schema, given, expected) => {
    expect(errorsOf(schema, given)).toEqual([expect.objectContaining(expected)]);
  });

  it('N5 come all together', () => {
    const schema = z.strictObject({ a: z.string(), b: digits(1, 5) });
    expect(errorsOf(schema, { b: '9', c: 1 }).map(({ veld }) => veld)).toEqual(['a', 'b', 'c']);
  });
});
