import { Where } from './where.js';

describe('the conditions of a list', () => {
  it('are none where no filter is given', () => {
    const where = new Where().add('a = ?', undefined);
    expect([String(where), where.parameters]).toEqual(['', []]);
  });

  it('are joined by AND, with their parameters in order', () => {
    const where = new Where().add('a = ?', 1).add('b = ?', undefined).add('c = ANY(?)', ['x', 'y']);
    expect([String(where), where.parameters]).toEqual(['WHERE a = $1 AND c = ANY($2)', [1, ['x', 'y']]]);
  });

  it('take false, zero and the empty text as values', () => {
    const where = new Where().add('a = ?', false).add('b = ?', 0).add('c = ?', '');
    expect(where.parameters).toEqual([false, 0, '']);
  });

  it('never put a value into the text', () => {
    const where = new Where().add('a = ?', "'; DROP TABLE x; --").add('b = ?', '$1 ? $&');
    expect(String(where)).toBe('WHERE a = $1 AND b = $2');
  });
});
