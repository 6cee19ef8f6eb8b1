import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { parseJson, readJson } from './read-json.js';
import type { HttpProblem } from './problems.js';

function refusal(content: string): HttpProblem {
  try {
    parseJson(content);
  } catch (error) {
    return error as HttpProblem;
  }
  throw new Error('It was not refused');
}

describe('a JSON body', () => {
  it('is read as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const content = JSON.stringify(value);
        fc.pre(!/\\u0000|__proto__|\\ud[89a-f]/.test(content));
        expect(parseJson(content)).toEqual(JSON.parse(content));
      }),
    );
  });

  it.each([
    ['{"a":1,}', 'bij teken 8'],
    ['{"a" 1}', 'bij teken 6'],
    ['\uFEFF{}', 'geen geldige JSON'],
    ['{"a":', 'afgebroken'],
  ])('c3-74 that is broken is refused with its place: %s', (content, place) => {
    expect(refusal(content)).toMatchObject({ status: 400, content: { code: 'onleesbareInhoud' } });
    expect(refusal(content).message).toContain(place);
  });

  it.each(['{"__proto__":{"admin":true}}', '{"a":{"__proto__":1}}', '{"a":"\\u0000"}', '{"a":["\\ud800"]}'])('c3-75 c3-85 that cannot be kept is refused: %s', (content) => {
    expect(refusal(content)).toMatchObject({ status: 400 });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('c3-73 that is nested without end is refused or read, and never ends the process', () => {
    const deep = '['.repeat(500_000) + ']'.repeat(500_000);
    expect(refusal(deep)).toMatchObject({ status: 400 });
  });

  it('c3-74 counts the last of a name that occurs twice', () => {
    expect(parseJson('{"id":1,"id":2}')).toEqual({ id: 2 });
  });

  it('e16 that comes in drop by drop is given up in time', async () => {
    const given = Promise.withResolvers<unknown>();
    const server = createServer((request) => void readJson(request, 20).then(given.resolve, given.reject)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const client = httpRequest({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': '100' } });
    client.on('error', () => undefined);
    client.write('{');
    await expect(given.promise).rejects.toMatchObject({ status: 408 });
    client.destroy();
    server.close();
  });
});
