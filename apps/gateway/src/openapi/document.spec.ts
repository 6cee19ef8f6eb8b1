import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Spectral } from '@stoplight/spectral-core';
import { routes } from '../routes.js';
import { adrRules } from './adr-rules.js';
import { documentText } from './document-text.js';
import { openApiDocument } from './document.js';

const published = fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url));

describe('the OpenAPI document', () => {
  it('N15 keeps the NL API Design Rules', async () => {
    expect(await lint(JSON.parse(documentText(openApiDocument(routes))))).toEqual([]);
  });

  it('is the one that is published in docs', () => {
    expect(existsSync(published) && readFileSync(published, 'utf8')).toBe(documentText(openApiDocument(routes)));
  });
});

async function lint(document: unknown): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset(adrRules);
  const results = await spectral.run(document as Record<string, unknown>);
  return results.map(({ code, message, path }) => `${code} ${message} @${path.join('.')}`);
}
