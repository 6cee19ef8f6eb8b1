import type { BulkOrder } from '@gids/contracts';
import { recordState } from '../testing/record-facts.js';
import { judgeBulk, judgeUndo } from './bulk-rule.js';

const hide: BulkOrder = { kind: 'ACTION', publicationAction: 'DO_NOT_SHOW' };
const show: BulkOrder = { kind: 'ACTION', publicationAction: 'SHOW_ON_SUCCESS' };
const hidden = recordState({ publicationAction: 'DO_NOT_SHOW', visible: false });

describe('one record of a bulk change (R86)', () => {
  it('R86 given another action, then it changes, and what it had is kept', () => {
    expect(judgeBulk(recordState(), hide)).toMatchObject({ outcome: 'CHANGED', before: { publicationAction: 'SHOW_ON_SUCCESS' }, change: { publicationAction: 'DO_NOT_SHOW' } });
  });

  it('R86 given the same action, then nothing changes', () => {
    expect(judgeBulk(hidden, hide)).toEqual({ outcome: 'UNCHANGED' });
  });

  it('R86 given a linked record that would leave action 3, then it alone is refused, with the number of its link', () => {
    expect(judgeBulk({ ...hidden, linkedOrganisationId: 102_938 }, show)).toEqual({ outcome: 'REFUSED', message: expect.stringContaining('G!DS 102938') as string });
    expect(judgeBulk({ ...hidden, linkedOrganisationId: 102_938 }, hide)).toEqual({ outcome: 'UNCHANGED' });
  });

  it.each<[string, BulkOrder]>([['action', hide], ['note', { kind: 'NOTE', note: 'x' }]])('R86 N37 given an erased record or one that is gone, then its %s is refused', (_, order) => {
    expect(judgeBulk(recordState({ suppressed: true }), order).outcome).toBe('REFUSED');
    expect(judgeBulk(undefined, order).outcome).toBe('REFUSED');
  });

  it('R21 R86 given a note, then it is written, and an empty one takes it away', () => {
    expect(judgeBulk(recordState({ note: 'oud' }), { kind: 'NOTE', note: 'nieuw' })).toMatchObject({ outcome: 'CHANGED', before: { note: 'oud' }, change: { note: 'nieuw' } });
    expect(judgeBulk(recordState(), { kind: 'NOTE', note: '' })).toEqual({ outcome: 'UNCHANGED' });
  });
});

describe('one record whose bulk change is undone (R86)', () => {
  it('R86 given nobody changed it since, then it gets back what it had', () => {
    expect(judgeUndo(hidden, { publicationAction: 'SHOW_IGNORE_DUPLICATES' }, false)).toMatchObject({ outcome: 'CHANGED', change: { publicationAction: 'SHOW_IGNORE_DUPLICATES' } });
    expect(judgeUndo(recordState({ note: 'nieuw' }), { note: null }, false)).toMatchObject({ outcome: 'CHANGED', change: { note: undefined } });
  });

  it('R86 given somebody changed it since, or linked it, then it stays as it is', () => {
    expect(judgeUndo(hidden, { publicationAction: 'SHOW_ON_SUCCESS' }, true).outcome).toBe('REFUSED');
    expect(judgeUndo({ ...hidden, linkedOrganisationId: 5 }, { publicationAction: 'SHOW_ON_SUCCESS' }, false).outcome).toBe('REFUSED');
  });
});
