import { exportFormatIn } from './export-format.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('the form that a caller asks a list in (R80)', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['application/json', undefined],
    ['*/*', undefined],
    ['text/html,application/xhtml+xml,*/*;q=0.8', undefined],
    ['text/csv', 'csv'],
    ['TEXT/CSV; charset=utf-8', 'csv'],
    ['application/json;q=0.5, text/csv', 'csv'],
    ['text/csv;q=0.4, application/json', undefined],
    ['text/csv;q=0', undefined],
    ['text/csv;q=veel', undefined],
    [`text/csv;q=0.5, ${xlsx}`, 'xlsx'],
  ])('R80 given Accept: %s, then %s', (accept, format) => {
    expect(exportFormatIn(accept)).toBe(format);
  });
});
