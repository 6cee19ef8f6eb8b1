import type { ImportSource } from '../gateway/import-source.js';
import { exampleRun } from '../testing/example-run.js';
import { tabbedLine } from '../terminal/table.js';
import { sourceColumns, sourceLines } from './source-lines.js';

const source: ImportSource = {
  id: 'duo-po',
  import: 'duo',
  titel: 'Basisscholen',
  url: 'https://duo.example/po.csv',
  intervalDagen: 14,
  bronvermelding: 'DUO',
  licentie: 'CC0',
  aantalRecords: 6_122,
  laatsteRun: exampleRun(),
};

describe('a source', () => {
  it('is one line for a script, with codes', () => {
    expect(tabbedLine(sourceColumns, source)).toBe('duo-po\tBasisscholen\t6122\tvoltooid\t2026-11-22T05:00:00.000Z');
    expect(tabbedLine(sourceColumns, { ...source, laatsteRun: null })).toBe('duo-po\tBasisscholen\t6122\t\t');
  });

  it('is shown with its facts and its last run', () => {
    const lines = sourceLines(source);
    expect(lines).toContain('Ophalen         elke 14 dagen');
    expect(lines).toContain('Records         6.122');
    expect(lines).toContain('Voltooid: import van duo-po, in 12 s');
  });

  it('says so when it was never imported', () => {
    expect(sourceLines({ ...source, laatsteRun: null }).at(-1)).toBe('Deze bron is nog nooit geïmporteerd.');
  });
});
