import { randomUUID } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandFailed } from '../exit-code.js';

/** A form with one file as `multipart/form-data` (RFC 7578), read from disk while it is sent. */
export interface FileForm {
  /** Value of `Content-Type`. */
  readonly type: string;
  /** Bytes of the whole form. */
  readonly length: number;
  /** The bytes, once. @throws CommandFailed when the file turns out to change meanwhile */
  read(): AsyncGenerator<Buffer>;
}

/**
 * Opens a file as the last part of a form, after these values.
 * @throws Error of the file system when it cannot be opened
 */
export async function openFileForm(values: Readonly<Record<string, string>>, field: string, path: string): Promise<FileForm> {
  const boundary = `gids-${randomUUID()}`;
  const fields = Object.entries(values).map(([name, value]) => `${partHead(boundary, name)}\r\n\r\n${value}\r\n`);
  const fileHead = `${partHead(boundary, field)}; filename="${escaped(basename(path))}"\r\nContent-Type: text/csv\r\n\r\n`;
  const head = Buffer.from(fields.join('') + fileHead);
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const handle = await open(path);
  const { size } = await handle.stat();
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    length: head.length + size + tail.length,
    async *read() {
      yield head;
      yield* unchangedContent(handle, size);
      yield tail;
    },
  };
}

const partHead = (boundary: string, name: string): string => `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`;

/** As browsers write a quote or a line break in a name. */
const escaped = (name: string): string => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Yields the content of the file and closes it; a file that is still being written would arrive cut off. */
async function* unchangedContent(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  try {
    const before = await handle.stat();
    if (size > 0) yield* handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
    const after = await handle.stat();
    if (after.size === size && after.mtimeMs === before.mtimeMs) return;
    throw new CommandFailed('Het bestand is tijdens het versturen gewijzigd. Probeer het opnieuw als het bestand af is.');
  } finally {
    await handle.close();
  }
}
