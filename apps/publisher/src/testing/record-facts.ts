import type { RecordState } from '../records/record-state.js';

/** A record that is clean, present and visible; a test says what is different. */
export function recordState(different: Partial<RecordState> = {}): RecordState {
  return {
    id: 1042,
    type: 'ORGANISATION',
    importId: 'duo',
    sourceId: 'duo-po',
    recordId: '16AH00',
    gidsId: 100_200,
    name: 'Basisschool 16AH00',
    errors: undefined,
    issues: [],
    duplicates: [],
    linkedOrganisationId: undefined,
    publicationAction: 'SHOW_ON_SUCCESS',
    makeVisible: true,
    missingAtSource: false,
    suppressed: false,
    hasContent: true,
    status: 'SUCCESS',
    visible: true,
    note: undefined,
    matchVersion: 1,
    runSequence: 7,
    version: 3,
    ...different,
  };
}
