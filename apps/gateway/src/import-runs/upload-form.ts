import type { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import busboy, { type Busboy } from 'busboy';
import { problems, type HttpProblem } from '../http/problems.js';

const fileField = 'bestand';
const limits = { fields: 10, files: 1, parts: 12, fieldSize: 1_000, fieldNameSize: 100, headerPairs: 20 };

/** A form that has been read up to its file. */
export interface UploadForm {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Original name of the file: text only, never a path. */
  readonly fileName: string | undefined;
  readonly content: Readable;
  /** Resolves once the form turned out right to its end. */
  readonly finished: Promise<void>;
}

/**
 * Reads a form as a stream, up to where its file starts.
 * @throws HttpProblem 400 where this is no form, or it has no file
 */
export async function openUploadForm(request: IncomingMessage, maximumBytes: number): Promise<UploadForm> {
  const parser = parserFor(request, maximumBytes);
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let failure: HttpProblem | undefined;
  const fail = (reason: string) => {
    failure ??= problems.unreadableBody(reason);
    parser.destroy(failure);
  };
  return new Promise<UploadForm>((resolve, reject) => {
    parser.on('field', (name, value) => {
      fields[name] = Object.hasOwn(fields, name) ? [fields[name], value].flat() : value;
    });
    parser.on('file', (name, content, { filename }) => {
      // The form tells of every failure; without a listener the stream would tell of it once more.
      content.on('error', () => undefined);
      if (name !== fileField) return fail(`Noem het bestand "${fileField}", niet "${name}".`);
      parser.on('field', (late) => fail(`Het veld ${late} staat na het bestand; zet het ervoor.`));
      resolve({ fields, fileName: filename?.slice(0, 255), content, finished });
    });
    parser.on('filesLimit', () => fail('Lever één bestand tegelijk aan.'));
    for (const limit of ['partsLimit', 'fieldsLimit']) parser.on(limit, () => fail('Het formulier heeft te veel onderdelen.'));
    const finished = feed(request, parser).catch((error: unknown) => (failure ? Promise.reject(failure) : asProblem(error)));
    finished.then(() => reject(problems.unreadableBody(`Het formulier heeft geen bestand; voeg het toe als "${fileField}".`)), reject);
  });
}

/** Not by `pipeline`: that would break the connection on a form that is wrong, before it is answered. */
function feed(request: IncomingMessage, parser: Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject).once('close', () => resolve());
    request.once('close', () => {
      if (!request.complete) parser.destroy(new Error('The client left'));
    });
    request.pipe(parser);
  });
}

function parserFor(request: IncomingMessage, maximumBytes: number): Busboy {
  try {
    // A file of exactly its limit counts as cut off: hence the one byte more.
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { ...limits, fileSize: maximumBytes + 1 } });
  } catch {
    throw problems.unreadableBody('Dit is geen formulier: de begrenzing (boundary) ontbreekt.');
  }
}

/** @throws HttpProblem where an error means that the form itself is broken; else the error */
export function asProblem(error: unknown): never {
  if (error instanceof Error && /Unexpected end of form|Malformed part header/.test(error.message)) {
    throw problems.unreadableBody('Het formulier is afgebroken of beschadigd.');
  }
  throw error;
}
