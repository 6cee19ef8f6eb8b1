import { casing, pattern, schema } from '@stoplight/spectral-functions';
import type { RulesetDefinition } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';

const operations = '$.paths[*][get,put,post,delete,patch]';
const responses = `${operations}.responses`;
const problemContent = `${responses}[?(@property.match(/^[45]/))].content`;
const properties = '$.components.schemas..properties';
const lowerCamelCase = '^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$';

/** The message starts with the id of the design rule, as the standard writes it. */
const rule = (id: string, text: string) => ({ message: `${id}: ${text} ({{path}})`, severity: 'error' as const });

/** Asks that an object has these members. */
const has = (...required: string[]) => ({ function: schema, functionOptions: { schema: { type: 'object', required } } });

// Two versions of the same types meet here: those of the rulesets and those of the linter.
const standardRules = oas as unknown as RulesetDefinition;

/**
 * The technical rules of the NL API Design Rules 2.1, for Spectral. The published ruleset is not on npm;
 * these check at least what it checks, and name the rule that each stands for (N15).
 */
export const adrRules: RulesetDefinition & { readonly rules: object } = {
  extends: [[standardRules, 'off']],
  rules: {
    'oas3-schema': 'error',
    'oas3-api-servers': 'error',
    'oas3-valid-media-example': 'error',
    'oas3-valid-schema-example': 'error',
    'openapi-tags-uniqueness': 'error',
    'operation-operationId-unique': 'error',
    'operation-success-response': 'error',
    'operation-tag-defined': 'error',
    'path-params': 'error',
    'adr-doc-openapi': {
      ...rule('/core/doc-openapi', 'use OpenAPI 3'),
      given: '$',
      then: { field: 'openapi', function: pattern, functionOptions: { match: '^3\\.\\d+\\.\\d+$' } },
    },
    'adr-publish-openapi': {
      ...rule('/core/publish-openapi', 'publish the document at openapi.json, for everybody'),
      given: '$.paths',
      then: {
        function: schema,
        functionOptions: {
          schema: {
            required: ['/openapi.json'],
            properties: { '/openapi.json': { required: ['get'], properties: { get: { required: ['security'], properties: { security: { maxItems: 0 } } } } } },
          },
        },
      },
    },
    'adr-doc-openapi-contact': {
      ...rule('/core/doc-openapi-contact', 'tell name, e-mail and address of a contact'),
      given: '$.info',
      then: [has('contact'), { field: 'contact', ...has('name', 'email', 'url') }],
    },
    'adr-semver': {
      ...rule('/core/semver', 'the version is major.minor.patch'),
      given: '$.info',
      then: { field: 'version', function: pattern, functionOptions: { match: '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$' } },
    },
    'adr-uri-version': {
      ...rule('/core/uri-version', 'the address holds the major version'),
      given: '$.servers[*]',
      then: { field: 'url', function: pattern, functionOptions: { match: '/v\\d+$' } },
    },
    'adr-servers-use-https': {
      ...rule('/core/transport/tls', 'no server without TLS'),
      given: '$.servers[*]',
      then: { field: 'url', function: pattern, functionOptions: { notMatch: '^http://' } },
    },
    'adr-version-header': {
      ...rule('/core/version-header', 'every response has the header API-Version'),
      given: `${responses}[*]`,
      then: [has('headers'), { field: 'headers', ...has('API-Version') }],
    },
    'adr-no-trailing-slash': {
      ...rule('/core/no-trailing-slash', 'no slash at the end'),
      given: '$.paths[*]~',
      then: { function: pattern, functionOptions: { notMatch: '.+/$' } },
    },
    'adr-path-segments-kebab-case': {
      ...rule('/core/path-segments-kebab-case', 'segments are kebab-case; only the last may start with _'),
      given: '$.paths[?(@property != "/openapi.json")]~',
      then: { function: pattern, functionOptions: { match: '^(/([a-z0-9]+(-[a-z0-9]+)*|\\{[a-zA-Z0-9]+\\}))+(/_[a-z]+)?$' } },
    },
    'adr-query-keys-camel-case': {
      ...rule('/core/query-keys-camel-case', 'query keys are lowerCamelCase'),
      given: `${operations}.parameters[?(@.in=='query')]`,
      then: { field: 'name', function: pattern, functionOptions: { match: lowerCamelCase } },
    },
    'adr-http-methods': {
      ...rule('/core/http-methods', 'only the standard methods'),
      given: '$.paths[*][*]~',
      then: { function: pattern, functionOptions: { match: '^(get|put|post|delete|patch|parameters|summary|description)$' } },
    },
    'adr-problem-details': {
      ...rule('/core/error-handling/problem-details', 'errors are application/problem+json'),
      given: `${responses}[?(@property.match(/^[45]/))]`,
      then: [has('content'), { field: 'content', ...has('application/problem+json') }],
    },
    'adr-problem-members': {
      ...rule('/core/error-handling/problem-details', 'a problem has status, title and detail'),
      given: `${problemContent}.application/problem+json.schema`,
      then: { field: 'properties', ...has('status', 'title', 'detail') },
    },
    'adr-invalid-input': {
      ...rule('/core/error-handling/invalid-input', 'what takes input can answer 400'),
      given: ['$.paths[*][put,post,patch]', '$.paths[*][get,delete][?(@property == "parameters")]^'],
      then: { field: 'responses', ...has('400') },
    },
    'adr-date-time': {
      ...rule('/core/date-time', 'moments are date-time with a zone, local times are time-local'),
      given: `${properties}[*].format`,
      then: { function: pattern, functionOptions: { notMatch: '^(date-time-local|time)$' } },
    },
    'adr-schema-names': {
      ...rule('schema-camel-case', 'names of schemas are UpperCamelCase'),
      given: '$.components.schemas[*]~',
      then: { function: casing, functionOptions: { type: 'pascal' } },
    },
    'adr-property-names': {
      ...rule('property-casing', 'properties are lowerCamelCase, beside _embedded and _links'),
      given: `${properties}[*]~`,
      then: { function: pattern, functionOptions: { match: `^(_embedded|_links|${lowerCamelCase.slice(1, -1)})$` } },
    },
  },
};
