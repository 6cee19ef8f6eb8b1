import { publicationActions, type Issue } from '@gids/contracts';
import fc from 'fast-check';
import { leftOut, sameAddress, school, unusable } from '../testing/test-source.js';
import { decideRecord, type RecordDecision, type RecordOutcome, type StoredRecord } from './decide-record.js';

const found: RecordOutcome = {
  importId: 'duo',
  sourceId: 'duo-po',
  recordId: '16AH00',
  organisation: school('16AH00'),
  makeVisible: true,
  issues: [],
  duplicates: [],
  matchVersion: 3,
  runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
  runSequence: 7,
};
const nothingMade: RecordOutcome = { ...found, organisation: undefined, issues: [unusable] } as RecordOutcome;

const known: StoredRecord = {
  id: 1042,
  linkedOrganisationId: undefined,
  suppressed: false,
  duplicates: [],
  matchVersion: 2,
  gidsId: 100_200,
  name: 'Basisschool 16AH00',
  publicationAction: 'SHOW_ON_SUCCESS',
  runSequence: 6,
  contentHash: 'same',
  visible: true,
};

/** given(what the directory holds).when(what a run found).then(what becomes of it) */
const given = (stored: StoredRecord | undefined) => ({
  when: (outcome: RecordOutcome, hash: string | undefined = outcome.organisation && 'same') => ({
    then: (expected: Partial<RecordDecision>) => expect(decideRecord(stored, outcome, hash)).toMatchObject(expected),
    thenNothing: () => expect(decideRecord(stored, outcome, hash)).toBeUndefined(),
  }),
});

describe('a record that is new', () => {
  it('R30 R31 gets action 1 and becomes visible', () => {
    given(undefined).when(found).then({ publicationAction: 'SHOW_ON_SUCCESS', status: 'SUCCESS', visible: true, organisation: 'create', issues: [] });
  });

  it('R32 with a visible duplicate gets an organisation all the same, hidden', () => {
    given(undefined).when({ ...found, duplicates: [sameAddress] }).then({ status: 'DUPLICATES_FOUND', visible: false, organisation: 'create' });
  });

  it('R36b with an invisible duplicate becomes visible', () => {
    given(undefined).when({ ...found, duplicates: [{ ...sameAddress, visible: false }] }).then({ status: 'SUCCESS', visible: true });
  });

  it('R25 A34 with a conversion error is saved and hidden', () => {
    given(undefined).when({ ...found, issues: [unusable] }).then({ status: 'CONVERSION_ERRORS', visible: false, organisation: 'create', name: 'Basisschool 16AH00' });
  });

  it('R26 without a mandatory field gets that as a finding, after those of the mapping', () => {
    const organisation = { ...school('16AH00'), visitAddress: { street: 'Proefstraat', houseNumber: 13, town: 'Nietap' } };
    const decision = decideRecord(undefined, { ...found, organisation, issues: [leftOut] }, 'same');
    expect(decision).toMatchObject({ status: 'VALIDATION_ERRORS', visible: false, organisation: 'create' });
    expect(decision?.issues.map(({ message }) => message)).toEqual([leftOut.message, 'Postcode: verplicht veld is leeg.']);
  });

  it('A34 of which nothing could be made has no organisation and no name', () => {
    given(undefined).when(nothingMade).then({ status: 'CONVERSION_ERRORS', visible: false, organisation: 'keep', name: '', publicationAction: 'SHOW_ON_SUCCESS' });
  });

  it('R25 A34 of which nothing could be made is never a success, not even when only warnings say so', () => {
    given(undefined).when({ ...nothingMade, issues: [leftOut] }).then({ status: 'CONVERSION_ERRORS', visible: false });
  });

  it('A14 that the source withholds is saved and hidden', () => {
    given(undefined).when({ ...found, makeVisible: false }).then({ status: 'SUCCESS', visible: false, organisation: 'create' });
  });
});

describe('a record that is known', () => {
  it('with the same content and visibility keeps its organisation as it is', () => {
    given(known).when(found).then({ organisation: 'keep', visible: true });
  });

  it('R12 R14 with other content changes its organisation', () => {
    given(known).when({ ...found, organisation: { ...school('16AH00'), name: 'Basisschool Nieuw' } }, 'other').then({ organisation: 'change', name: 'Basisschool Nieuw' });
  });

  it('R12 is written again when its organisation has no content to compare with', () => {
    given({ ...known, contentHash: undefined }).when(found).then({ organisation: 'change' });
  });

  it('R32 R53 with the same content and a new duplicate changes only from visible to hidden', () => {
    given(known).when({ ...found, duplicates: [sameAddress] }).then({ status: 'DUPLICATES_FOUND', visible: false, organisation: 'change' });
  });

  it('A7 R25 that was visible is hidden by a conversion error', () => {
    given(known).when({ ...found, issues: [unusable] }).then({ status: 'CONVERSION_ERRORS', visible: false, organisation: 'change' });
  });

  it('A34 of which nothing can be made any more is hidden and keeps its name', () => {
    given(known).when(nothingMade).then({ status: 'CONVERSION_ERRORS', visible: false, name: 'Basisschool 16AH00' });
  });

  it('A34 that had no organisation gets one once it can be made', () => {
    given({ ...known, gidsId: undefined, contentHash: undefined, visible: false }).when(found).then({ organisation: 'create', visible: true, status: 'SUCCESS' });
  });

  it('R33 R36 that was hidden for a duplicate becomes visible when that is gone', () => {
    given({ ...known, visible: false }).when(found).then({ status: 'SUCCESS', visible: true, organisation: 'change' });
  });

  it('R35 under action 3 stays hidden however clean it is', () => {
    given({ ...known, publicationAction: 'DO_NOT_SHOW', visible: false }).when(found).then({ status: 'SUCCESS', visible: false, publicationAction: 'DO_NOT_SHOW', organisation: 'keep' });
  });

  it('R34 under action 2 is visible in spite of a duplicate, and reports it', () => {
    given({ ...known, publicationAction: 'SHOW_IGNORE_DUPLICATES' })
      .when({ ...found, duplicates: [sameAddress] })
      .then({ status: 'DUPLICATES_FOUND', visible: true });
  });

  it('R34 A7 under action 2 is hidden by an error', () => {
    given({ ...known, publicationAction: 'SHOW_IGNORE_DUPLICATES' }).when({ ...found, issues: [unusable] }).then({ visible: false });
  });

  it('is not touched by an earlier run', () => {
    given({ ...known, runSequence: 8 }).when(found).thenNothing();
  });

  it('N37 that was erased on demand is not touched by any run', () => {
    given({ ...known, suppressed: true }).when(found).thenNothing();
  });

  it('R37 keeps the duplicates of a newer evaluation that was here first', () => {
    given({ ...known, matchVersion: 4, duplicates: [sameAddress] }).when(found).then({ status: 'DUPLICATES_FOUND', visible: false, duplicates: [sameAddress], matchVersion: 4 });
    given({ ...known, matchVersion: 3, duplicates: [sameAddress] }).when(found).then({ status: 'SUCCESS', visible: true, duplicates: [], matchVersion: 3 });
  });

  it('A2 R54 that is linked takes its own link target for no duplicate', () => {
    given({ ...known, publicationAction: 'DO_NOT_SHOW', linkedOrganisationId: sameAddress.gidsId }).when({ ...found, duplicates: [sameAddress] }).then({ status: 'SUCCESS', visible: false });
  });

  it('is decided again by the same run', () => {
    given({ ...known, runSequence: 7 }).when(found).then({ status: 'SUCCESS' });
  });
});

describe('whatever is found', () => {
  const severity = fc.constantFrom<Issue['severity']>('error', 'warning');
  const outcome = fc.record({
    organisation: fc.constantFrom(undefined, school('16AH00'), { ...school('16AH00'), name: ' ' }),
    makeVisible: fc.boolean(),
    issues: fc.array(severity.map((value): Issue => ({ ...leftOut, severity: value })), { maxLength: 3 }),
    duplicates: fc.array(fc.boolean().map((visible) => ({ ...sameAddress, visible })), { maxLength: 3 }),
    runSequence: fc.integer({ min: 1, max: 9 }),
  });
  const stored = fc.record({
    gidsId: fc.constantFrom(undefined, 100_200),
    publicationAction: fc.constantFrom(...publicationActions),
    runSequence: fc.integer({ min: 1, max: 9 }),
    visible: fc.boolean(),
    contentHash: fc.constantFrom(undefined, 'same', 'other'),
  });
  const decide = (before: object | undefined, now: object) =>
    decideRecord(before && ({ ...known, ...before } as StoredRecord), { ...found, ...now } as RecordOutcome, 'organisation' in now && now.organisation ? 'same' : undefined);

  it('R30 never overwrites an action that is there', () => {
    fc.assert(
      fc.property(stored, outcome, (before, now) => {
        const decision = decide(before, now);
        expect(decision?.publicationAction ?? before.publicationAction).toBe(before.publicationAction);
      }),
    );
  });

  it('A34 never shows a record without an organisation, nor one with an error', () => {
    fc.assert(
      fc.property(fc.option(stored, { nil: undefined }), outcome, (before, now) => {
        const decision = decide(before, now);
        if (!decision?.visible) return;
        expect(now.organisation).toBeDefined();
        expect(decision.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
        expect(['SUCCESS', 'DUPLICATES_FOUND']).toContain(decision.status);
      }),
    );
  });

  it('R28 depends on nothing of the past but the action; only what has to be written does', () => {
    fc.assert(
      fc.property(stored, outcome, fc.string(), (before, now, name) => {
        const decision = decide(before, now);
        const again = decide({ ...before, contentHash: undefined, visible: !before.visible, name }, now);
        const remembered = { organisation: undefined, ...(!now.organisation && { name: undefined }) };
        expect(again && { ...again, ...remembered }).toEqual(decision && { ...decision, ...remembered });
      }),
    );
  });

  it('changes nothing exactly when the stored run is later', () => {
    fc.assert(
      fc.property(stored, outcome, (before, now) => {
        expect(decide(before, now) === undefined).toBe(before.runSequence > now.runSequence);
      }),
    );
  });
});
