import type { Type } from '@nestjs/common';
import { pathPrefix } from '../http/handles.decorator.js';
import { tags } from '../http/operation.js';
import { apiVersion } from '../http/version.js';
import { componentSchemas, schemaOrReference, type JsonSchema } from './components.js';
import { parametersOf } from './parameters.js';
import { componentHeaders, componentResponses, responsesOf } from './responses.js';
import { routesOf, type Route } from './routes.js';

const description = [
  'De API van de importmodule van G!DS: importeren van open gegevens over scholen en kinderopvang, en de zichtbare organisaties lezen.',
  '',
  'Alle vragen vragen om een aanmelding, behalve waar geen beveiliging bij staat. Fouten komen als `application/problem+json` (RFC 9457), alle invoerfouten samen.',
  'Tijdstippen zijn in UTC. Staat een naam in JSON meer keren, dan telt de laatste; een onbekende naam of parameter wordt geweigerd. In antwoorden betekent `null` dat er geen waarde is.',
  'Lijsten komen per pagina; volg `_links.next`. Nieuwe velden kunnen er zonder nieuwe hoofdversie bij komen.',
].join('\n');

/** Where the pages are that are not under the version of the API. */
const rootServer = { url: '/', description: 'Deze installatie, buiten de API' };

export type OpenApiDocument = Readonly<Record<string, unknown>>;

/** @returns the OpenAPI document of the operations that these controllers handle (N3) */
export function openApiDocument(controllers: readonly Type[]): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'G!DS import',
      version: apiVersion,
      description,
      contact: { name: 'G!DS, Koninklijke Bibliotheek', email: 'gids@kb.nl', url: 'https://www.gidsvoornederland.nl' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: pathPrefix, description: 'Deze installatie' }],
    tags: tags.map((name) => ({ name })),
    security: [{ token: [] }, { sessie: [] }],
    paths: pathsOf(routesOf(controllers)),
    components: {
      schemas: componentSchemas(),
      responses: componentResponses(),
      headers: componentHeaders,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Token van een programma.' },
        sessie: { type: 'apiKey', in: 'cookie', name: '__Host-gids', description: 'Sessie van een mens; zonder https heet de cookie `gids`.' },
      },
    },
  };
}

function pathsOf(routes: readonly Route[]): Record<string, JsonSchema> {
  const paths: Record<string, JsonSchema> = {};
  for (const route of routes) {
    const { path, method } = route.operation;
    paths[path] = { ...paths[path], [method]: operationObject(route) };
  }
  return paths;
}

function operationObject(route: Route): JsonSchema {
  const { operation, isPublic } = route;
  const parameters = parametersOf(operation);
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    ...(isPublic && { security: [] }),
    ...(operation.atRoot && { servers: [rootServer] }),
    ...(parameters.length > 0 && { parameters }),
    ...(operation.input.body && { requestBody: requestBody(route) }),
    responses: responsesOf(route),
  };
}

function requestBody({ operation: { input, upload } }: Route): JsonSchema {
  return {
    required: !input.body?.safeParse(undefined).success,
    content: {
      ...(input.body && { 'application/json': { schema: bodySchema(input.body) } }),
      ...(upload && { 'multipart/form-data': { schema: schemaOrReference(upload) } }),
    },
  };
}

/** A body that may be left out has the same schema where it is there. */
function bodySchema(schema: NonNullable<Route['operation']['input']['body']>): JsonSchema {
  return schemaOrReference('unwrap' in schema ? (schema as unknown as { unwrap(): typeof schema }).unwrap() : schema);
}
