import type { z } from 'zod';

/** What an operation takes in; what is absent must be absent in the request. */
export interface InputParts {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Request headers by their lower-case name. */
  readonly headers?: z.ZodObject;
  /** A body of `application/json`. */
  readonly body?: z.ZodType;
}

export const tags = [
  'Sessies',
  'Accounts',
  'Importrechten',
  'Sleutels',
  'Importbronnen',
  'Importruns',
  'Organisatie-importen',
  'Bulkwijzigingen',
  'Weergaven',
  'Imports',
  'Controleronden',
  'G!DS-organisaties',
  'Organisaties',
  'Meldingen',
  'Logboek',
  'Wachtrijen',
  'Dienst',
] as const;

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One operation of the HTTP API: what is checked, what is answered and what OpenAPI says of it come from here. */
export interface Operation<Parts extends InputParts = InputParts> {
  /** OpenAPI `operationId`, in Dutch. */
  readonly id: string;
  readonly method: Method;
  /** Under `/v1`, with `{name}` for its parameters. */
  readonly path: string;
  /** The path is not under `/v1`: a page that people type the address of. */
  readonly atRoot?: true;
  readonly tag: (typeof tags)[number];
  readonly summary: string;
  readonly description?: string;
  readonly input: Parts;
  /** Also takes `multipart/form-data`; its handler reads that itself. */
  readonly upload?: z.ZodObject;
  readonly success: Success;
  /** Statuses of the problems that this operation has beside those of every operation. */
  readonly problems?: readonly number[];
  /** Browsers come here by themselves, not by a page of ours: a problem is a page too. */
  readonly page?: true;
  /** Open data: for every website, and for caches. */
  readonly openData?: boolean;
}

export interface Success {
  readonly status: 200 | 201 | 202 | 204 | 302;
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Absent where the schema itself brings the examples: the published linter trips over an address in an example. */
  readonly example?: unknown;
  /** `application/json` unless told. */
  readonly mediaType?: string;
  /** Media types of files that the same question can be answered with, by `Accept`. */
  readonly alternatives?: readonly string[];
  /** The body has a `versie`, which goes along as `ETag`: the next write tells it in `If-Match`. */
  readonly versioned?: true;
  /** Response headers beside those of every response, with their description. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Declares an operation; a helper only for its types. */
export function defineOperation<const Parts extends InputParts, const Rest extends Omit<Operation, 'input'>>(
  operation: { readonly input: Parts } & Rest,
): { readonly input: Parts } & Rest {
  return operation;
}

type Checked<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** The checked input of an operation, as its handler gets it. */
export type InputOf<Subject extends Operation> = {
  readonly params: Checked<Subject['input']['params']>;
  readonly query: Checked<Subject['input']['query']>;
  readonly headers: Checked<Subject['input']['headers']>;
  /** Undefined where the request is an upload. */
  readonly body: Checked<Subject['input']['body']> | (Subject extends { upload: z.ZodObject } ? undefined : never);
  /** The address that was asked for. */
  readonly url: URL;
};
