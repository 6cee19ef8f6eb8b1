import { RequestRefused } from '@gids/contracts';
import { recordState } from '../testing/record-facts.js';
import { renumberedPair, successorChange, tombstoneChange } from './renumber.js';

const gone = recordState({ id: 1, recordId: '11UF00', gidsId: 100_200, missingAtSource: true, visible: false, publicationAction: 'DO_NOT_SHOW', linkedOrganisationId: 9, note: 'afgesproken' });
const fresh = recordState({ id: 2, recordId: '11IP01', gidsId: 100_300, note: 'nieuw' });

describe('making one of a vanished record and its successor', () => {
  it('R15 R21 hands on action, link and note; a note of the new one stays where the old one had none', () => {
    expect(successorChange(renumberedPair(gone, fresh))).toMatchObject({ publicationAction: 'DO_NOT_SHOW', linkedOrganisationId: 9, note: 'afgesproken' });
    expect(successorChange(renumberedPair({ ...gone, note: undefined }, fresh))).toMatchObject({ note: 'nieuw' });
  });

  it('R15 leaves nothing of that with the old one', () => {
    expect(tombstoneChange(renumberedPair(gone, fresh))).toMatchObject({ publicationAction: 'SHOW_ON_SUCCESS', linkedOrganisationId: undefined, note: undefined });
  });

  it.each([
    ['an old one that is back', { ...gone, missingAtSource: false }, fresh, 'notVanished'],
    ['an old one that was erased (N37)', { ...gone, suppressed: true }, fresh, 'notVanished'],
    ['an old one without a G!DS-ID', { ...gone, gidsId: undefined }, fresh, 'notVanished'],
    ['a successor that is not there yet', gone, undefined, 'successorUnknown'],
    ['a successor that vanished', gone, { ...fresh, missingAtSource: true }, 'successorGone'],
    ['a successor that was erased (N37)', gone, { ...fresh, suppressed: true }, 'successorGone'],
  ])('refuses %s', (_, old, successor, code) => {
    const refusal = (): unknown => {
      try {
        return renumberedPair(old, successor);
      } catch (error) {
        return error;
      }
    };
    expect(refusal()).toBeInstanceOf(RequestRefused);
    expect(refusal()).toMatchObject({ problem: { kind: 'conflict', code } });
  });
});
