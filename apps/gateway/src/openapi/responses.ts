import type { Operation, Success } from '../http/operation.js';
import type { Route } from './routes.js';
import { schemaOrReference, type JsonSchema } from './components.js';
import { problemSchema, type ApiProblem } from '../api/problem.js';
import { apiVersion } from '../http/version.js';
import { versionHeader } from '../http/version-tag.js';
import { idempotencyHeader } from '../idempotency/idempotency-key.js';

const apiVersionHeader = { 'API-Version': { $ref: '#/components/headers/ApiVersie' } };

/** Headers that several responses share. */
export const componentHeaders: Record<string, JsonSchema> = {
  ApiVersie: { description: 'Volledige versie van de API.', schema: { type: 'string', examples: [apiVersion] } },
};

const problemTexts: Readonly<Record<number, { name: string; title: string; detail: string }>> = {
  400: { name: 'OngeldigeInvoer', title: 'Ongeldige invoer', detail: '1 veld is niet juist ingevuld.' },
  401: { name: 'NietAangemeld', title: 'Niet aangemeld', detail: 'Meld u aan, of geef een geldig token mee.' },
  403: { name: 'Geweigerd', title: 'Geweigerd', detail: 'Deze opdracht komt niet van onze eigen pagina.' },
  404: { name: 'NietGevonden', title: 'Niet gevonden', detail: 'Dit bestaat niet.' },
  409: { name: 'KanNuNiet', title: 'Kan nu niet', detail: 'Voor deze bron loopt al een run.' },
  412: { name: 'IntussenGewijzigd', title: 'Intussen gewijzigd', detail: 'Iemand anders heeft dit intussen gewijzigd. Haal het opnieuw op.' },
  413: { name: 'TeGroot', title: 'Te groot', detail: 'De inhoud is groter dan 512 MB.' },
  415: { name: 'VerkeerdeInhoudssoort', title: 'Soort inhoud niet ondersteund', detail: 'Stuur de inhoud als application/json.' },
  422: { name: 'SleutelAlGebruikt', title: 'Sleutel al gebruikt', detail: 'Met deze Idempotency-Key is iets anders gevraagd. Maak voor elke nieuwe vraag een nieuwe sleutel.' },
  428: { name: 'VersieOntbreekt', title: 'Versie ontbreekt', detail: 'Geef in If-Match de versie die u zag.' },
  429: { name: 'TeVeelPogingen', title: 'Te veel pogingen', detail: 'Wacht 60 seconden.' },
  500: { name: 'OnverwachteFout', title: 'Onverwachte fout', detail: 'Er ging iets mis.' },
  503: { name: 'NietBereikbaar', title: 'Tijdelijk niet bereikbaar', detail: 'De dienst "fetcher" antwoordt niet.' },
};

/** The problems of the API, by name. */
export function componentResponses(): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(problemTexts).map(([status, { name, title, detail }]) => [name, problemResponse(Number(status), title, detail)]));
}

/** @returns what an operation can answer, by status */
export function responsesOf({ operation, isPublic }: Route): Record<string, JsonSchema> {
  const problems = new Set([...(operation.problems ?? []), ...problemsOfInput(operation), ...(isPublic ? [] : [401, 403]), 500, 503]);
  const references = [...problems].sort((one, other) => one - other).map((status) => [status, referenceTo(status)]);
  return { [operation.success.status]: successResponse(operation.success), ...Object.fromEntries(references) };
}

/** Every query is checked, so every operation has a 400. */
function problemsOfInput({ input }: Operation): number[] {
  const ofVersion = input.headers && versionHeader in input.headers.shape ? [412, 428] : [];
  const ofKey = input.headers && idempotencyHeader in input.headers.shape ? [409, 422] : [];
  return [400, ...(input.body ? [413, 415] : []), ...ofVersion, ...ofKey];
}

function referenceTo(status: number): JsonSchema {
  return { $ref: `#/components/responses/${problemTexts[status]?.name}` };
}

function successResponse({ description, schema, example, versioned, headers = {}, mediaType = 'application/json', alternatives = [] }: Success): JsonSchema {
  const all = { ...headers, ...(versioned && { ETag: 'De versie, voor `If-Match` bij de volgende wijziging.' }) };
  const own = Object.entries(all).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }]);
  return {
    description,
    headers: { ...apiVersionHeader, ...Object.fromEntries(own) },
    ...(schema && { content: { [mediaType]: { schema: schemaOrReference(schema), ...(example !== undefined && { example }) }, ...filesOf(alternatives) } }),
  };
}

/** A file is bytes to a reader of JSON. */
function filesOf(mediaTypes: readonly string[]): JsonSchema {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]));
}

function problemResponse(status: number, title: string, detail: string): JsonSchema {
  const example: ApiProblem = {
    type: 'about:blank',
    status,
    title,
    detail,
    instance: '/v1/importruns',
    correlatieId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
    ...(status === 400 && { fouten: [{ veld: 'status', code: 'onbekendeWaarde', melding: 'Kies een van: gepland, bezig, voltooid.' }] }),
  };
  return {
    description: title,
    headers: { ...apiVersionHeader, ...retryAfter(status) },
    content: { 'application/problem+json': { schema: schemaOrReference(problemSchema), example } },
  };
}

function retryAfter(status: number): JsonSchema {
  if (status !== 429 && status !== 503) return {};
  return { 'Retry-After': { description: 'Over hoeveel seconden u het opnieuw kunt proberen.', schema: { type: 'integer' } } };
}
