import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { events } from '../pipeline.js';
import { requests } from '../requests.js';
import { asyncApiDocument } from './asyncapi.js';

describe('the AsyncAPI description', () => {
  const document = asyncApiDocument();

  it('is the one that is published in docs; else run npm run -s docs:asyncapi', () => {
    const published = readFileSync(join(import.meta.dirname, '../../../../docs/asyncapi.json'), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('names every event and every request', () => {
    expect(Object.keys(document.channels).sort()).toEqual([...events, ...requests].map(({ name }) => name).sort());
  });
});
