import { sourceOf } from '../testing/source-file.js';
import { FillCount } from './fill-rates.js';

describe('how well a file is filled', () => {
  it('R8 is known of every mapped column, in thousandths of its rows', () => {
    const count = new FillCount({ columns: [{ name: 'code', use: 'key' }, { name: 'name', use: 'mapped' }, { name: 'phone', use: 'mapped' }, { name: 'region', use: 'ignored' }] });
    count.add({ code: '1', name: 'Een', phone: '0201234567' });
    count.add({ code: '2', name: 'Twee' });
    count.add({ code: '3', name: 'Drie' });
    expect(count.rates).toEqual({ name: 1_000, phone: 333 });
  });

  it('is not known of a file without a row', () => expect(new FillCount(sourceOf('duo-po')).rates).toEqual({}));
});
