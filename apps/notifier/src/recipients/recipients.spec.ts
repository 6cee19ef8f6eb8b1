import { addressSchema, type Address } from './address.js';
import { recipientsOf, type AddressBook } from './recipients.js';

const administrator = addressSchema.parse('beheer@voorbeeld.nl');
const book = (managers: Record<string, string[]>): AddressBook => ({
  managers: new Map(Object.entries(managers as Record<string, Address[]>)),
  administrator,
});
const duoAndAll = book({ duo: ['jan@voorbeeld.nl'], lrk: ['els@voorbeeld.nl'], '*': ['piet@voorbeeld.nl'] });

describe('who gets the report of a run (REQUIREMENTS §6, M4)', () => {
  it.each(['RUN_COMPLETED', 'RUN_HELD'] as const)('%s: the managers of the import and those of every import', (kind) => {
    expect(recipientsOf(kind, 'duo', duoAndAll)).toEqual(['jan@voorbeeld.nl', 'piet@voorbeeld.nl']);
  });

  it('RUN_FAILED: the administrator too', () => {
    expect(recipientsOf('RUN_FAILED', 'lrk', duoAndAll)).toEqual(['els@voorbeeld.nl', 'piet@voorbeeld.nl', administrator]);
  });

  it('never goes to nobody: without managers the administrator gets it', () => {
    expect(recipientsOf('RUN_COMPLETED', 'lrk', book({ duo: ['jan@voorbeeld.nl'] }))).toEqual([administrator]);
  });

  it('goes to nobody twice, however the address is written', () => {
    const twice = book({ duo: ['jan@voorbeeld.nl', 'Beheer@voorbeeld.nl'], '*': ['JAN@voorbeeld.nl'] });
    expect(recipientsOf('RUN_FAILED', 'duo', twice)).toEqual(['jan@voorbeeld.nl', 'Beheer@voorbeeld.nl']);
  });
});
