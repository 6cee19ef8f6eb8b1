import type { OrganisationContent } from '@gids/contracts';
import { recordState } from '../testing/record-facts.js';
import { school } from '../testing/test-source.js';
import { foundChange, vanishedChanges, type Found } from './linked-changes.js';

const linked = recordState({ gidsId: 100, linkedOrganisationId: 123, publicationAction: 'DO_NOT_SHOW', visible: false });
const before = { ...school('16AH00'), phone: '0591659840', website: 'https://www.school.nl' };
const childminder: OrganisationContent = { kind: 'CHILDMINDER', name: 'Mevrouw Jansen', phone: '0612345678', identifiers: [], attributes: { capacity: '4', holder: 'Mevrouw Jansen' } };

/** given(what is held).when(what the row says).then(what is told) */
const given = (different: Partial<Found>) => {
  const found = { stored: linked, name: 'Basisschool 16AH00', before, ...different };
  return {
    when: (after: Found['after']) => ({
      then: (change: string, ...fields: string[]) => {
        const [told, ...more] = foundChange({ ...found, after });
        expect(more).toEqual([]);
        expect([told?.change, ...(told?.fields ?? []).map(({ key }) => key)]).toEqual([change, ...fields]);
      },
      thenNothing: () => expect(foundChange({ ...found, after })).toEqual([]),
    }),
  };
};

describe('what is told of an outcome of a linked record (R57, R75, A9)', () => {
  it('R75 one field that says something else', () => given({}).when({ ...before, phone: '0591659841' }).then('CHANGED', 'phone'));
  it('R75 several fields are one change', () => given({}).when({ ...before, phone: '0591659841', name: 'Anders' }).then('CHANGED', 'name', 'phone'));
  it('R75 the same again is none', () => given({ before: undefined }).when(before).thenNothing());
  it('R75 formatting only is none', () => given({}).when({ ...before, name: 'BASISSCHOOL  16ah00.', website: 'https://www.school.nl/' }).thenNothing());
  it('R75 beside a change, formatting is not told', () => given({}).when({ ...before, name: 'BASISSCHOOL 16AH00', phone: '0591659841' }).then('CHANGED', 'phone'));
  it('R75 a record that is not linked is none', () => given({ stored: recordState() }).when({ ...before, name: 'Anders' }).thenNothing());
  it('R75 a record that is new is none', () => given({ stored: undefined, before: undefined }).when(before).thenNothing());
  it('R75 content where there was none before is no change of it', () => given({ before: undefined }).when({ ...before, name: 'Anders' }).thenNothing());
  it('A34 a row of which nothing can be made changes no field', () => given({ before: undefined }).when(undefined).thenNothing());
  it('A9 one that is back is told, with what changed meanwhile', () => {
    const gone = { ...linked, missingAtSource: true };
    given({ stored: gone, before: undefined }).when(before).then('RETURNED');
    given({ stored: gone }).when({ ...before, phone: '0591659841' }).then('RETURNED', 'phone');
  });

  it('N34 of a childminder nothing personal is told, and where that is all, nothing', () => {
    given({ before: childminder }).when({ ...childminder, name: 'Mevrouw Smit', phone: '0612345679' }).thenNothing();
    given({ before: childminder }).when({ ...childminder, phone: '0612345679', attributes: { capacity: '6', holder: 'Mevrouw Smit' } }).then('CHANGED', 'attributes.capacity');
  });

  it('N34 nor of one that became a childminder, or was one', () => {
    given({ before }).when({ ...before, ...childminder }).then('CHANGED', 'attributes.capacity', 'kind');
    given({ before: childminder }).when(before).then('CHANGED', 'attributes.capacity', 'kind');
  });
});

describe('what is told of records that are gone (A9, R96)', () => {
  it('R75 those that are linked, and stood for something', () => {
    const told = vanishedChanges([linked, recordState({ id: 2 }), { ...linked, id: 3, gidsId: undefined }]);
    expect(told.map(({ record, change }) => [record.id, change])).toEqual([[linked.id, 'VANISHED']]);
  });
});
