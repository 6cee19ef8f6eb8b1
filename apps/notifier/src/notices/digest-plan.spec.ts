import { DeletionRequested, ImportRightChanged, LinkedRecordChanged, NewDuplicatesFound, RunCompleted, RunOverdue } from '@gids/contracts';
import { dayOfTelling, nextDailyPlace, placeOf } from './digest-plan.js';
import { noticeKeyOf } from './notice-key.js';
import type { Notice } from './notice.js';

const runId = '01989b1e-7a00-7000-8000-000000000007';
const now = new Date('2026-08-04T12:00:00.000Z');
const day = '2026-08-05';
const timing = { now, quietMs: 20_000 };
const changed = (more: Partial<Notice> = {}) => ({ kind: 'LINKED_RECORD_CHANGED', data: LinkedRecordChanged.example, eventId: 'e1', ...more }) as Notice;
const place = (notice: Notice) => placeOf(notice, noticeKeyOf(notice, day), timing);
const right = (eventId: string): Notice => ({ kind: 'IMPORT_RIGHT_CHANGED', data: ImportRightChanged.example, eventId });

describe('where a notice is told (REQUIREMENTS §6)', () => {
  it('with its run, whatever kind it is and in whatever order they come', () => {
    expect(place(changed({ runId })).digestId).toBe(`run:${runId}`);
    expect(place({ kind: 'RUN_COMPLETED', data: RunCompleted.example, eventId: 'e2', runId }).digestId).toBe(`run:${runId}`);
  });

  it('R74 with the day where an edit brought it about: at seven the next morning, Dutch time', () => {
    const found: Notice = { kind: 'NEW_DUPLICATES', data: NewDuplicatesFound.example, eventId: 'e3' };
    expect(place(found)).toEqual({ digestId: 'day:duo:2026-08-05', dueAt: new Date('2026-08-05T05:00:00.000Z') });
  });

  it('R50 at once where somebody waits for it', () => {
    expect(place({ kind: 'DELETION_REQUESTED', data: DeletionRequested.example, eventId: 'e4' }).dueAt).toEqual(now);
  });

  it('R79 a moment later where the account may be as new as its right', () => {
    expect(place(right('e5')).dueAt).toEqual(new Date(now.getTime() + 20_000));
  });

  it('the next morning where its run has been told of already, apart from other runs', () => {
    expect(nextDailyPlace(changed({ runId }), now)).toEqual({ digestId: `late:${runId}:2026-08-05`, dueAt: new Date('2026-08-05T05:00:00.000Z') });
  });

  it.each([
    ['2026-03-29T00:30:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25T06:00:00.000Z'],
    ['2026-08-05T05:00:00.000Z', '2026-08-06T05:00:00.000Z'],
  ])('keeps to the Dutch clock: after %s comes %s', (from, next) => {
    expect(nextDailyPlace(changed(), new Date(from)).dueAt).toEqual(new Date(next));
  });
});

describe('what makes a notice the same (RELIABILITY D 58)', () => {
  it('its run and what it says, not the id of its event', () => {
    expect(noticeKeyOf(changed({ runId }), day)).toEqual(noticeKeyOf(changed({ runId, eventId: 'other' }), day));
    expect(noticeKeyOf(changed({ runId }), day)).not.toEqual(noticeKeyOf(changed({ runId, data: { ...LinkedRecordChanged.example, name: 'x' } }), day));
  });

  it('without a run its day: the same edit is told at most once a day', () => {
    expect(noticeKeyOf(changed(), dayOfTelling(now))).toEqual(noticeKeyOf(changed({ eventId: 'other' }), dayOfTelling(now)));
    expect(noticeKeyOf(changed(), '2026-08-05')).not.toEqual(noticeKeyOf(changed(), '2026-08-06'));
  });

  it('an act by itself: a right that is given, taken and given again is told three times', () => {
    expect(noticeKeyOf(right('e1'), day)).toEqual(noticeKeyOf(right('e1'), day));
    expect(noticeKeyOf(right('e1'), day)).not.toEqual(noticeKeyOf(right('e2'), day));
  });

  it('the day that a source was expected: late is told once', () => {
    const late = (eventId: string): Notice => ({ kind: 'RUN_OVERDUE', data: RunOverdue.example, eventId });
    expect(noticeKeyOf(late('e1'), day)).toEqual(noticeKeyOf(late('e2'), '2026-09-01'));
  });
});
