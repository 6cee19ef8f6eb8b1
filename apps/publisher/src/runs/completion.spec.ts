import fc from 'fast-check';
import { completionOf, type DirectoryRun } from './completion.js';

const fileCounts = { read: 10, added: 4, changed: 2, unchanged: 3, vanished: 1, rejected: 1 };
const run = { runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', importId: 'duo', sourceId: 'duo-po', number: 7 };
const arrived: DirectoryRun = { run, processed: 8, setAside: 0, expected: 8, reevaluated: 0, withoutRemovals: false, startedAt: '2026-08-04T06:00:00.000Z', fileCounts, completed: false };

const { startedAt } = arrived;

describe('the end of a run', () => {
  it('given all that was sent has arrived, then the run is complete, with what it is reported by', () => {
    expect(completionOf(arrived)).toEqual({ complete: true, run, setAside: 0, startedAt, fileCounts, withoutRemovals: false });
  });

  it('given records that were set aside, then the run does not wait for them and says so', () => {
    expect(completionOf({ ...arrived, setAside: 3 })).toMatchObject({ complete: true, setAside: 3 });
  });

  it('given nothing was sent, then the run is complete at once', () => {
    expect(completionOf({ ...arrived, processed: 0, expected: 0 })).toMatchObject({ complete: true });
  });

  it('given more arrived than was sent, such as a redriven dead letter, then it is complete as well', () => {
    expect(completionOf({ ...arrived, processed: 9 })).toMatchObject({ complete: true });
  });

  it.each<[string, Partial<DirectoryRun>]>([
    ['one record is under way', { processed: 7 }],
    ['it is not known yet how many were sent', { expected: undefined }],
    ['it is not known yet how many unchanged records have other duplicates', { reevaluated: undefined }],
    ['a record with other duplicates is under way', { reevaluated: 1 }],
    ['the run was told of as complete before', { completed: true }],
    ['only dead letters of it have been told', { run: undefined }],
    ['its counts are not known', { fileCounts: undefined }],
    ['its start is not known', { startedAt: undefined }],
  ])('given that %s, then it is not complete', (_, lacking) => {
    expect(completionOf({ ...arrived, ...lacking })).toEqual({ complete: false });
  });

  it('is reached exactly once, whatever the order in which frames and their end arrive', () => {
    const frames = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 12 });
    fc.assert(
      fc.property(frames, fc.nat(), (sizes, place) => {
        const steps: ('end' | number)[] = [...sizes];
        steps.splice(place % (sizes.length + 1), 0, 'end');
        const expected = sizes.reduce((sum, size) => sum + size, 0);
        let state: DirectoryRun = { ...arrived, processed: 0, expected: undefined, fileCounts: undefined, startedAt: undefined };
        let times = 0;
        for (const step of steps) {
          state = step === 'end' ? { ...state, expected, fileCounts, startedAt } : { ...state, processed: state.processed + step };
          if (completionOf(state).complete) [times, state] = [times + 1, { ...state, completed: true }];
        }
        expect(times).toBe(1);
      }),
    );
  });
});
