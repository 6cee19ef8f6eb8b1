import { RowParsed, type Envelope } from '@gids/contracts';
import fc from 'fast-check';
import { frameOf, thingDone } from '../../conformance/frame-events.js';
import { ThingDone } from '../../conformance/test-service.js';
import { packFrames } from './pack.js';
import { readFrame } from './read.js';

const lookup = (type: string) => (type === ThingDone.type ? ThingDone : undefined);
const read = (body: Buffer | string, type = ThingDone.type) => readFrame({ id: 'a', type, headers: {}, body: Buffer.from(body) }, lookup);
const readEvents = (...events: unknown[]) => readFrame(frameOf(events), lookup);
const malformed = expect.objectContaining({ kind: 'unusable', reason: 'malformed' });
const rowParsed: Envelope = { ...thingDone('16AH00'), type: RowParsed.type, data: RowParsed.example };

describe('readFrame', () => {
  it('reads what packFrames wrote', () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed());
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (names) => {
        const events = names.map((name) => thingDone(name));
        const readings = packFrames(events).map((frame) => readFrame(frame, lookup));
        expect(readings).toEqual([{ kind: 'frame', definition: ThingDone, events, invalid: [] }]);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expect(read(Buffer.from(bytes)).kind).toBe('unusable')));
  });

  it('never throws, whatever the JSON, and leaves nothing out', () => {
    fc.assert(
      fc.property(fc.array(fc.json().map((text) => JSON.parse(text) as unknown), { minLength: 1, maxLength: 8 }), (values) => {
        const reading = readEvents(...values);
        expect(reading.kind === 'frame' && reading.events.length + reading.invalid.length).toBe(values.length);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['half a document', '[{"specversion":'],
    ['an object', '{}'],
    ['an empty list', '[]'],
    ['a word', 'null'],
    ['a web page', '<!doctype html>'],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x5b])],
    ['a NUL', '\0'],
  ])('calls %s malformed', (_, body) => {
    expect(read(body)).toEqual(malformed);
  });

  it('calls a list in a list in a list, a hundred thousand deep, malformed', () => {
    const { kind } = read(`[${'['.repeat(100_000)}${']'.repeat(100_000)}]`);
    expect(kind).toBe('unusable');
  });

  it('knows no type that nobody declared, nor one that every object has', () => {
    for (const type of ['', 'nl.gids.nobody.knows.v1', 'toString', '__proto__', 'constructor']) {
      expect(readFrame({ ...frameOf([thingDone('a')]), type })).toMatchObject({ kind: 'unusable', reason: 'unknownType' });
    }
  });

  it.each([
    ['a number', 7, /^Envelope: \(root\)/],
    ['nothing', null, /^Envelope: \(root\)/],
    ['an id that is none', { ...thingDone('a'), id: '1' }, /^Envelope: id /],
    ['a moment that is none', { ...thingDone('a'), time: 'yesterday' }, /^Envelope: time /],
    ['a run that is none', { ...thingDone('a'), runid: 'r' }, /^Envelope: runid /],
    ['a negative run number', { ...thingDone('a'), runsequence: -1 }, /^Envelope: runsequence /],
    ['another version of CloudEvents', { ...thingDone('a'), specversion: '0.3' }, /^Envelope: specversion /],
    ['no data', { ...thingDone('a'), data: undefined }, /^Envelope: data /],
    ['data of another form', { ...thingDone('a'), data: { thing: 1 } }, /^Data: thing .*; value /],
    ['another type than the frame', { ...thingDone('a'), type: RowParsed.type }, /^Event of type .* in a frame of /],
  ])('calls an event with %s invalid and keeps its neighbours', (_, event, error) => {
    const [before, after] = [thingDone('before'), thingDone('after')];
    const reading = readEvents(before, event, after);
    expect(reading).toMatchObject({ kind: 'frame', events: [before, after], invalid: [{ index: 1, error: expect.stringMatching(error) as string }] });
  });

  it('tells at most five of the things that are wrong with an event', () => {
    const reading = readEvents({});
    expect(reading.kind === 'frame' && reading.invalid[0]?.error.split('; ')).toHaveLength(5);
  });

  it('is not moved by keys that every object has', () => {
    const fields = '{"__proto__":"x","constructor":"y","toString":"z","BRIN":"00AB"}';
    const text = JSON.stringify(rowParsed).replace(/"fields":\{[^}]*\}/, `"fields":${fields},"__proto__":{"polluted":true}`);
    const reading = readFrame({ ...frameOf([]), type: RowParsed.type, body: Buffer.from(`[${text}]`) });
    expect(reading).toMatchObject({ kind: 'frame', invalid: [] });
    const data = reading.kind === 'frame' ? (reading.events[0]?.data as { fields: object }) : undefined;
    expect({ ...data?.fields }).toMatchObject({ BRIN: '00AB', constructor: 'y', toString: 'z' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((data as { polluted?: boolean } | undefined)?.polluted).toBeUndefined();
  });

  it('leaves a NUL and half a surrogate in a text to whoever stores it', () => {
    const names = ['a\0b', 'half \ud800', '\udfff'];
    const reading = readEvents(...names.map((name) => thingDone(name)));
    expect(reading.kind === 'frame' && reading.events.map(({ data }) => (data as { thing: string }).thing)).toEqual(names);
  });

  it('leaves attributes and fields out that nobody declared', () => {
    const reading = readEvents({ ...thingDone('a'), extra: 1, data: { thing: 'a', value: 1, more: 2 } });
    expect(reading.kind === 'frame' && reading.events[0]).toEqual(expect.not.objectContaining({ extra: 1 }));
    expect(reading.kind === 'frame' && reading.events[0]?.data).toEqual({ thing: 'a', value: 1 });
  });

  it('reads a body of 20 MB', () => {
    const long = 'x'.repeat(20 * 1024 * 1024);
    const reading = readEvents(thingDone(long));
    expect(reading.kind === 'frame' && (reading.events[0]?.data as { thing: string }).thing.length).toBe(long.length);
  });
});
