import { z } from 'zod';
import type { InputError } from '../api/problem.js';
import type { DoorRequest } from './door-request.js';
import { inputErrorsOf } from './input-errors.js';
import type { InputOf, InputParts, Operation } from './operation.js';
import { problems } from './problems.js';
import { hasBody, mediaTypeOf, readJson } from './read-json.js';
import { versionHeader } from './version-tag.js';

const json = 'application/json';
const form = 'multipart/form-data';

/**
 * Reads and checks everything that an operation takes in.
 * @throws HttpProblem 400 with all errors together (N5), or 413, 415; 428 where a write does not say what it saw
 */
export async function readInput<Subject extends Operation>(operation: Subject, request: DoorRequest, baseUrl: string): Promise<InputOf<Subject>> {
  const { params, query, headers, body } = operation.input;
  if (headers && versionHeader in headers.shape && request.headers[versionHeader] === undefined) throw problems.versionMissing();
  const url = new URL(request.originalUrl, baseUrl);
  const check = new InputCheck();
  const checked = {
    params: check.names(params, { ...request.params }),
    query: check.query(query, url.searchParams),
    headers: headers && check.names(headers, headersOf(request, headers)),
    body: body && check.value(body, await readBody(operation, request)),
    url,
  };
  if (check.errors.length > 0) throw problems.invalidInput(check.errors);
  return checked as unknown as InputOf<Subject>;
}

const noNames = z.strictObject({});
/** Stands for a form, which the handler reads itself. */
const unread = Symbol('form');

/** Checks value after value and keeps all errors. */
class InputCheck {
  readonly errors: InputError[] = [];

  value(schema: z.ZodType, given: unknown): unknown {
    if (given === unread) return undefined;
    const result = schema.safeParse(given);
    if (!result.success) this.errors.push(...inputErrorsOf(result.error.issues, given));
    return result.data;
  }

  /** A parameter is one thing to who sends it, also where it holds several values. */
  names(schema: z.ZodType = noNames, given: Record<string, string>): unknown {
    const result = schema.safeParse(given);
    const errors = inputErrorsOf(result.error?.issues ?? [], given);
    this.errors.push(...errors.map((error) => ({ ...error, veld: error.veld.split('/', 1)[0] ?? '' })));
    return result.data;
  }

  /** Of a parameter that is given twice the first is checked, next to the error that tells of it. */
  query(schema: z.ZodType | undefined, given: URLSearchParams): unknown {
    const keys = [...given.keys()];
    const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) < index));
    for (const veld of repeated) this.errors.push({ veld, code: 'herhaald', melding: 'Geef deze parameter maar één keer.' });
    return this.names(schema, Object.fromEntries(keys.map((key) => [key, given.get(key) ?? ''])));
  }
}

function headersOf(request: DoorRequest, schema: NonNullable<InputParts['headers']>): Record<string, string> {
  const names = Object.keys(schema.shape).filter((name) => request.headers[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, String(request.headers[name])]));
}

async function readBody(operation: Operation, request: DoorRequest): Promise<unknown> {
  const mediaType = mediaTypeOf(request);
  if (operation.upload && mediaType === form) return unread;
  if (mediaType === json) return readJson(request);
  if (!hasBody(request)) return undefined;
  throw problems.wrongContentType(operation.upload ? [json, form] : [json]);
}
