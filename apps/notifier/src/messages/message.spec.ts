import fc from 'fast-check';
import { readerKey } from '../recipients/reader.js';
import { messageIdOf, type MessageKey } from './message.js';

const key: MessageKey = { kind: 'RUN_COMPLETED', about: '01989b1e-7a00-7000-8000-000000000007', reader: 'jan@voorbeeld.nl' };

describe('the id of a message (RELIABILITY D 58)', () => {
  it('is the same for the same kind, run and person', () => {
    expect(messageIdOf({ ...key })).toBe(messageIdOf(key));
    expect(messageIdOf(key)).toBe('94e6763d64a064fe3dea3f9156fb2d8d');
  });

  it('differs where one of them does, however they are cut', () => {
    const part = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(part, part, part, part, (about, reader, otherAct, otherReader) => {
        fc.pre(about !== otherAct || reader !== otherReader);
        expect(messageIdOf({ ...key, about, reader })).not.toBe(messageIdOf({ ...key, about: otherAct, reader: otherReader }));
      }),
    );
    expect(messageIdOf({ ...key, kind: 'RUN_HELD' })).not.toBe(messageIdOf(key));
    expect(messageIdOf({ ...key, reader: readerKey(key.reader) })).not.toBe(messageIdOf(key));
  });
});
