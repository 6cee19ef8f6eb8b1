import { copiedLetters } from '../acts/copied-letters.js';
import { deletionLetters } from '../acts/deletion-letters.js';
import { importRightLetters } from '../acts/import-right-letters.js';
import { overdueLetters } from '../acts/overdue-letters.js';
import { reportedLetters } from '../acts/reported-letters.js';
import type { Letter } from '../messages/letter.js';
import type { Screens } from '../messages/screens.js';
import type { Notice } from '../notices/notice.js';
import type { PreferenceOf } from '../preferences/preference.js';
import type { Contacts } from '../recipients/contacts.js';
import { failedLetters, heldLetters } from '../reports/run-report-letters.js';

export interface Post {
  readonly contacts: Contacts;
  readonly preferenceOf: PreferenceOf;
  readonly screens: Screens;
}

/** @returns the letters of what is told by itself; none for what is told together with other things */
export function actLetters(about: string, notice: Notice, { contacts, preferenceOf, screens }: Post): Letter[] {
  switch (notice.kind) {
    case 'RUN_HELD':
      return heldLetters(notice.runId ?? about, notice.data, contacts, screens);
    case 'RUN_FAILED':
      return failedLetters(notice.runId ?? about, notice.data, contacts, screens);
    case 'RUN_OVERDUE':
      return overdueLetters(about, notice.data, contacts, screens);
    case 'IMPORT_RIGHT_CHANGED':
      return importRightLetters(about, notice.data, contacts, screens);
    case 'ORGANISATION_COPIED':
      return copiedLetters(about, notice.data, contacts, screens);
    case 'DUPLICATE_REPORTED':
      return reportedLetters(about, notice.data, contacts, preferenceOf, screens);
    case 'DELETION_REQUESTED':
      return deletionLetters(about, notice.data, contacts, screens);
    default:
      return [];
  }
}
