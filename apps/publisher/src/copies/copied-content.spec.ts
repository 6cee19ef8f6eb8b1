import { identifierSchemes } from '@gids/contracts';
import { library } from '../testing/test-editor.js';
import { copiedContent } from './copied-content.js';

describe('what of a content a copy has', () => {
  it('R63 is all of it, kind and fields of the kind too', () => {
    const content = { ...library('Bibliotheek'), description: 'x', attributes: { denomination: 'Openbaar' }, openingHours: [{ day: 'MONDAY' as const, opens: '09:00', closes: '17:00' }] };
    expect(copiedContent(content)).toEqual(content);
  });

  it('R63 is not the numbers that stay unique', () => {
    const identifiers = identifierSchemes.map((scheme) => ({ scheme, value: '1' }));
    expect(copiedContent({ ...library('Bibliotheek'), identifiers }).identifiers.map(({ scheme }) => scheme)).toEqual(['KVK', 'BAG']);
  });
});
