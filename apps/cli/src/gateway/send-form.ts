import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { FileForm } from './file-form.js';
import type { Reply } from './refusal.js';

/** Silence on the connection after which an upload is given up. */
const silenceMs = 300_000;

/**
 * Posts a form as a stream. By way of `node:http`, because `fetch` reads a streamed body as fast as the disk
 * gives it, however slow the network: a file of 600 MB took 700 MB of memory.
 * @param onSent is told how many bytes have been handed over so far
 * @returns the answer, also when it comes before all is sent, as a refusal may
 * @throws Error of the connection, or of the form when that cannot be read to its end
 */
export async function sendForm(url: URL, headers: Record<string, string>, form: FileForm, onSent: (bytes: number) => void): Promise<Reply> {
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': form.type, 'Content-Length': form.length },
  });
  request.setTimeout(silenceMs, () => request.destroy(new DOMException('no answer', 'TimeoutError')));
  const failure = pipeline(form.read(), (chunks) => counted(chunks, onSent), request).then(() => undefined, (error: unknown) => error);
  try {
    return await replyTo(request);
  } catch (error) {
    throw (await failure) ?? error;
  } finally {
    request.destroy();
    await failure;
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, onSent: (bytes: number) => void): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const chunk of chunks) {
    sent += chunk.length;
    onSent(sent);
    yield chunk;
  }
}

async function replyTo(request: ClientRequest): Promise<Reply> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => request.once('response', resolve).on('error', reject));
  return { status: response.statusCode ?? 0, body: await text(response) };
}
