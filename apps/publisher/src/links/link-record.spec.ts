import { RequestRefused, type Management } from '@gids/contracts';
import { recordState } from '../testing/record-facts.js';
import type { RecordState } from '../records/record-state.js';
import { linkRecord, unlinkRecord } from './link-record.js';

const hidden = recordState({ publicationAction: 'DO_NOT_SHOW', visible: false });
const target = (management: Management = 'MANAGED') => ({ gidsId: 123, name: 'De Regenboog', management });
const refusal = (record: RecordState, management?: Management) => {
  try {
    linkRecord(record, target(management));
    return undefined;
  } catch (error) {
    return error instanceof RequestRefused ? `${error.problem.kind} ${error.problem.code}` : error;
  }
};

describe('a link (R54)', () => {
  it('R54 R56 given action 3 and a managed organisation, then it is laid, and nothing else changes', () => {
    expect(linkRecord(hidden, target())).toEqual({ linkedOrganisationId: 123, told: [{ kind: 'LINK', sentence: 'Gekoppeld aan G!DS 123 De Regenboog.' }] });
  });

  it.each(['SHOW_ON_SUCCESS', 'SHOW_IGNORE_DUPLICATES'] as const)('R52 R54 given %s, then it is refused', (publicationAction) => {
    expect(refusal(recordState({ publicationAction }))).toBe('conflict wrongAction');
  });

  it.each(['IMPORTED', 'IMPORT_ROOT'] as const)('R54 given a target that is %s, then it is refused', (management) => {
    expect(refusal(hidden, management)).toBe('conflict notManaged');
  });

  it('R54 given a product, then it is refused', () => {
    expect(refusal({ ...hidden, type: 'PRODUCT' })).toBe('conflict product');
  });

  it('R2 given the same link, then nothing changes', () => {
    expect(linkRecord({ ...hidden, linkedOrganisationId: 123 }, target())).toBeUndefined();
  });

  it('R90 ends where a person ends it, and nothing happens where there is none', () => {
    expect(unlinkRecord({ ...hidden, linkedOrganisationId: 123 })).toMatchObject({ linkedOrganisationId: undefined });
    expect(unlinkRecord(hidden)).toBeUndefined();
  });
});
