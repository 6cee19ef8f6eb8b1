import fc from 'fast-check';
import { addressSchema, type Address } from '../recipients/address.js';
import { messageIdOf, type MessageKey } from './message.js';

const key: MessageKey = { kind: 'RUN_COMPLETED', runId: '01989b1e-7a00-7000-8000-000000000007', recipient: addressSchema.parse('jan@voorbeeld.nl') };

describe('the id of a message (RELIABILITY D 58)', () => {
  it('is the same for the same kind, run and person', () => {
    expect(messageIdOf({ ...key })).toBe(messageIdOf(key));
    expect(messageIdOf({ ...key, recipient: addressSchema.parse('Jan@Voorbeeld.nl') })).toBe(messageIdOf(key));
  });

  it('differs where one of them does, however they are cut', () => {
    const part = fc.string({ maxLength: 12 }) as fc.Arbitrary<Address>;
    fc.assert(
      fc.property(part, part, part, part, (runId, recipient, otherRun, otherRecipient) => {
        fc.pre(runId !== otherRun || recipient.toLowerCase() !== otherRecipient.toLowerCase());
        expect(messageIdOf({ ...key, runId, recipient })).not.toBe(messageIdOf({ ...key, runId: otherRun, recipient: otherRecipient }));
      }),
    );
    expect(messageIdOf({ ...key, kind: 'RUN_HELD' })).not.toBe(messageIdOf(key));
  });
});
