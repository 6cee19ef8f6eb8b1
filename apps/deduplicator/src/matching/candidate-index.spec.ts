import fc from 'fast-check';
import { CandidateIndex } from './candidate-index.js';
import type { Candidate } from './literal-rule.js';

const key = fc.constantFrom(undefined, 'a', 'b', 'c');
const candidates = fc.array(fc.record({ nameKey: key, addressKey: key })).map((keys) =>
  keys.map((pair, index): Candidate => ({ gidsId: index + 1, name: 'X', town: undefined, visible: true, ...pair })),
);
const idsOf = (list: readonly Candidate[]) => list.map(({ gidsId }) => gidsId).toSorted((a, b) => a - b);

describe('the index of candidates', () => {
  it('R43 gives each candidate that shares a key, once, and no other', () => {
    fc.assert(
      fc.property(candidates, key, key, (list, nameKey, addressKey) => {
        const sharing = list.filter(
          (one) => (nameKey !== undefined && one.nameKey === nameKey) || (addressKey !== undefined && one.addressKey === addressKey),
        );
        expect(idsOf(new CandidateIndex(list).sharing({ nameKey, addressKey }))).toEqual(idsOf(sharing));
      }),
    );
  });

  it('R43 gives nothing for an organisation without keys, also where candidates have none', () => {
    const list: Candidate[] = [{ gidsId: 1, name: '', town: undefined, visible: true, nameKey: undefined, addressKey: undefined }];
    expect(new CandidateIndex(list).sharing({ nameKey: undefined, addressKey: undefined })).toEqual([]);
  });
});
