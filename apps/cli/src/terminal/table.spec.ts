import fc from 'fast-check';
import { widthOf } from './printable.js';
import { layOutTable, tabbedLine, type Column } from './table.js';

interface School {
  name: string;
  state: string;
  rows: number;
}

const columns: Column<School>[] = [
  { title: 'Naam', text: ({ name }) => name, elastic: true },
  { title: 'Status', text: ({ state }) => (state === 'succes' ? 'Succes' : 'Dubbelen gevonden'), code: ({ state }) => state, tone: () => 'good' },
  { title: 'Regels', text: ({ rows }) => rows.toLocaleString('nl-NL'), code: ({ rows }) => String(rows), alignRight: true },
];
const regenboog: School = { name: 'De Regenboog', state: 'succes', rows: 1_234 };

describe('layOutTable', () => {
  it('lines up columns under their titles, numbers to the right', () => {
    const table = layOutTable(columns, [regenboog, { name: 'Ark', state: 'dubbelenGevonden', rows: 5 }], 80);
    expect([table.header, table.line(regenboog), table.line({ name: 'Ark', state: 'x', rows: 5 })]).toEqual([
      'Naam          Status             Regels',
      'De Regenboog  Succes              1.234',
      'Ark           Dubbelen gevonden       5',
    ]);
  });

  it('shortens the elastic column when the terminal is narrow', () => {
    expect(layOutTable(columns, [regenboog], 26).line(regenboog)).toBe('De Regenb…  Succes   1.234');
  });

  it('never cuts a column that is not elastic, as on a later page', () => {
    const table = layOutTable(columns, [{ ...regenboog, rows: 5 }], 80);
    expect(table.line({ ...regenboog, rows: 12_345_678 })).toBe('De Regenboog  Succes  12.345.678');
  });

  it('colours whole cells without moving the next column', () => {
    const painted = layOutTable(columns, [regenboog], 80, (tone, text) => `<${tone}>${text}</>`).line(regenboog);
    expect(painted).toBe('De Regenboog  <good>Succes</>   1.234');
  });

  it('fits the terminal as long as the elastic column has something to give', () => {
    const schools = fc.record({ name: fc.string(), state: fc.string(), rows: fc.nat() });
    fc.assert(
      fc.property(fc.array(schools, { minLength: 1 }), fc.integer({ min: 60, max: 200 }), (rows, width) => {
        const table = layOutTable(columns, rows, width);
        for (const line of [table.header, ...rows.map((row) => table.line(row))]) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('tabbedLine', () => {
  it('gives a script codes and bare numbers', () => {
    expect(tabbedLine(columns, { name: 'Ark\tNoach', state: 'dubbelenGevonden', rows: 1_234 })).toBe('Ark Noach\tdubbelenGevonden\t1234');
  });
});
