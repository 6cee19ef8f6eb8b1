import { importStatuses, publicationActions, type ImportStatus, type PublicationAction } from '@gids/contracts';
import { decideVisibility } from './visibility.js';

/** Table 5.2 as it is written: what the public sees, by status and action, of a record that is present and asks to be shown. */
const table: Readonly<Record<ImportStatus, Readonly<Record<PublicationAction, 'hidden' | 'visible'>>>> = {
  CONVERSION_ERRORS: { SHOW_ON_SUCCESS: 'hidden', SHOW_IGNORE_DUPLICATES: 'hidden', DO_NOT_SHOW: 'hidden' },
  VALIDATION_ERRORS: { SHOW_ON_SUCCESS: 'hidden', SHOW_IGNORE_DUPLICATES: 'hidden', DO_NOT_SHOW: 'hidden' },
  DUPLICATES_FOUND: { SHOW_ON_SUCCESS: 'hidden', SHOW_IGNORE_DUPLICATES: 'visible', DO_NOT_SHOW: 'hidden' },
  SUCCESS: { SHOW_ON_SUCCESS: 'visible', SHOW_IGNORE_DUPLICATES: 'visible', DO_NOT_SHOW: 'hidden' },
};

const everyInput = [true, false].flatMap((presentAtSource) =>
  [true, false].flatMap((makeVisible) =>
    [false, true].flatMap((suppressed) =>
      importStatuses.flatMap((status) => publicationActions.map((action) => ({ presentAtSource, makeVisible, suppressed, status, action }))),
    ),
  ),
);

describe('visibility (table 5.2)', () => {
  it('is a total function of 96 inputs', () => {
    expect(everyInput).toHaveLength(2 * 2 * 2 * 4 * 3);
  });

  it.each(everyInput.filter(({ presentAtSource, makeVisible, suppressed }) => presentAtSource && makeVisible && !suppressed))(
    'R31 R32 R34 R35 A7 given $status and $action, then as the table says',
    (input) => {
      expect(decideVisibility(input) ? 'visible' : 'hidden').toBe(table[input.status][input.action]);
    },
  );

  it('R96 hides what is gone at the source, whatever else', () => {
    expect(everyInput.filter((input) => !input.presentAtSource && decideVisibility(input))).toEqual([]);
  });

  it('A14 hides what the source withholds, whatever else', () => {
    expect(everyInput.filter((input) => !input.makeVisible && decideVisibility(input))).toEqual([]);
  });

  it('N37 hides what was erased on demand, whatever else', () => {
    expect(everyInput.filter((input) => input.suppressed && decideVisibility(input))).toEqual([]);
  });

  it('R35 never shows under action 3', () => {
    expect(everyInput.filter((input) => input.action === 'DO_NOT_SHOW' && decideVisibility(input))).toEqual([]);
  });
});
