import { describeChanges, type RecordSnapshot } from './describe-changes.js';

const shown: RecordSnapshot = { status: 'SUCCESS', visible: true, missingAtSource: false, why: 'Zichtbaar: waarom.' };
const hidden: RecordSnapshot = { status: 'DUPLICATES_FOUND', visible: false, missingAtSource: false, why: 'Niet zichtbaar: G!DS 123.' };
const phone = { key: 'phone', field: 'telefoon', before: '1', after: '2' };

describe('what the history tells of a change (R99)', () => {
  it('R99 given a record that is new, then that it came, and why it is visible', () => {
    expect(describeChanges(undefined, shown)).toEqual([{ kind: 'SOURCE', sentence: 'Voor het eerst geïmporteerd. Zichtbaar: waarom.' }]);
  });

  it('R99 given another status and visibility, then both, with the reason', () => {
    expect(describeChanges(shown, hidden)).toEqual([
      { kind: 'STATUS', sentence: "Importstatus van 'Succes' naar 'Dubbelen gevonden'." },
      { kind: 'VISIBILITY', sentence: 'Niet zichtbaar: G!DS 123.' },
    ]);
  });

  it('R96 given a record that went and came back, then that', () => {
    const gone = { ...shown, visible: false, missingAtSource: true, why: 'Niet zichtbaar: weg.' };
    expect(describeChanges(shown, gone).map(({ sentence }) => sentence)).toEqual(['Niet meer in de bron.', 'Niet zichtbaar: weg.']);
    expect(describeChanges(gone, shown).map(({ sentence }) => sentence)).toEqual(['Terug in de bron.', 'Zichtbaar: waarom.']);
  });

  it('given other content only, then that', () => {
    expect(describeChanges(shown, shown, [phone])).toEqual([{ kind: 'CONTENT', sentence: 'Gegevens gewijzigd: telefoon 1 → 2.' }]);
  });

  it('R2 given nothing, then nothing', () => {
    expect(describeChanges(hidden, hidden)).toEqual([]);
  });
});
