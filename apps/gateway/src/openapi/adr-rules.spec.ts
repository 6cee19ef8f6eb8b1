import { Spectral } from '@stoplight/spectral-core';
import { HealthController } from '../health/health.controller.js';
import { SessionsController } from '../sign-in/sessions.controller.js';
import { adrRules } from './adr-rules.js';
import { documentText } from './document-text.js';
import { openApiDocument } from './document.js';
import { OpenApiController } from './openapi.controller.js';

/** Loosely typed, because it is to be broken. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Document = any;

/** Part of the real document, because each fault means another lint. */
function fresh(): Document {
  const document: Document = JSON.parse(documentText(openApiDocument([OpenApiController, HealthController, SessionsController])));
  const { Probleem, Invoerfout, Gezondheid, Dienst, Sessie, Rol, Aanmelding, Link } = document.components.schemas;
  document.components.schemas = { Probleem, Invoerfout, Gezondheid, Dienst, Sessie, Rol, Aanmelding, Link };
  return document;
}

async function codesOf(document: Document): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset(adrRules);
  return (await spectral.run(document as Record<string, unknown>)).map(({ code }) => String(code));
}

/** One way to break each rule. */
const breaks: readonly [rule: string, break_: (document: Document) => void][] = [
  ['adr-doc-openapi', (document) => (document.openapi = '2.0')],
  ['adr-publish-openapi', (document) => delete document.paths['/openapi.json']],
  ['adr-publish-openapi', (document) => delete document.paths['/openapi.json'].get.security],
  ['adr-doc-openapi-contact', (document) => delete document.info.contact],
  ['adr-doc-openapi-contact', (document) => delete document.info.contact.email],
  ['adr-semver', (document) => (document.info.version = 'v1')],
  ['adr-uri-version', (document) => (document.servers[0].url = 'https://gids.example.nl/api')],
  ['adr-servers-use-https', (document) => (document.servers[0].url = 'http://gids.example.nl/v1')],
  ['adr-version-header', (document) => delete document.paths['/gezondheid'].get.responses[200].headers['API-Version']],
  ['adr-version-header', (document) => delete document.components.responses.NietGevonden.headers],
  ['adr-no-trailing-slash', (document) => (document.paths['/sessies/'] = document.paths['/sessies'])],
  ['adr-path-segments-kebab-case', (document) => (document.paths['/sessiesNu'] = document.paths['/sessies'])],
  ['adr-path-segments-kebab-case', (document) => (document.paths['/_opnieuw/berichten'] = document.paths['/sessies'])],
  ['adr-query-keys-camel-case', (document) => (document.paths['/gezondheid'].get.parameters = [{ name: 'bron_id', in: 'query' }])],
  ['adr-http-methods', (document) => (document.paths['/gezondheid'].trace = document.paths['/gezondheid'].get)],
  ['adr-problem-details', (document) => (document.components.responses.NietGevonden.content = { 'application/json': {} })],
  ['adr-problem-members', (document) => delete document.components.schemas.Probleem.properties.detail],
  ['adr-invalid-input', (document) => delete document.paths['/sessies'].post.responses[400]],
  ['adr-invalid-input', (document) => {
    document.paths['/gezondheid'].get.parameters = [{ name: 'bron', in: 'query' }];
    delete document.paths['/gezondheid'].get.responses[400];
  }],
  ['adr-date-time', (document) => (document.components.schemas.Sessie.properties.verlooptOp = { type: 'string', format: 'date-time-local' })],
  ['adr-schema-names', (document) => (document.components.schemas.import_run = { type: 'object' })],
  ['adr-property-names', (document) => (document.components.schemas.Sessie.properties.verloopt_op = { type: 'string' })],
  ['oas3-schema', (document) => delete document.info.title],
  ['oas3-valid-media-example', (document) => (document.paths['/gezondheid'].get.responses[200].content['application/json'].example.status = 'matig')],
  ['operation-operationId-unique', (document) => (document.paths['/gezondheid'].get.operationId = 'openSessie')],
];

describe('the design rules', () => {
  it.each(breaks)('%s sees its own fault', async (rule, break_) => {
    const document = fresh();
    break_(document);
    expect(await codesOf(document)).toContain(rule);
  });

  it('each have a fault in this list', () => {
    const own = Object.keys(adrRules.rules).filter((name) => name.startsWith('adr-'));
    expect(own.filter((name) => !breaks.some(([rule]) => rule === name))).toEqual([]);
  });
});
