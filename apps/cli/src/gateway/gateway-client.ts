import { z } from 'zod';
import { CommandFailed } from '../exit-code.js';
import { resourceAddress, type Query } from './address.js';
import type { FileForm } from './file-form.js';
import type { MachineToken } from './machine-token.js';
import { GatewayRefused, refusalOf, type Reply } from './refusal.js';
import { sendForm } from './send-form.js';
import { GatewayUnreachable, unreachable } from './unreachable.js';

const noContent = z.undefined();

/**
 * The gateway's HTTP API as the commands use it. Every method throws `GatewayUnreachable` without an answer and
 * `GatewayRefused` for an answer that is not 2xx, both with a sentence for the user.
 */
export class GatewayClient {
  /** @param patienceMs time that an answer may take; a file may take longer */
  constructor(
    private readonly base: URL,
    private readonly token: MachineToken,
    private readonly patienceMs = 30_000,
  ) {}

  async get<Schema extends z.ZodType>(schema: Schema, path: string, query: Query = {}): Promise<z.infer<Schema>> {
    return this.exchange(schema, resourceAddress(this.base, path, query), { method: 'GET' });
  }

  async post<Schema extends z.ZodType>(schema: Schema, path: string, body: unknown): Promise<z.infer<Schema>> {
    const headers = { 'Content-Type': 'application/json' };
    return this.exchange(schema, resourceAddress(this.base, path), { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /**
   * Changes something of which this version was seen.
   * @throws GatewayRefused 412 where somebody else was earlier
   */
  async write<Schema extends z.ZodType>(schema: Schema, method: 'PATCH' | 'PUT' | 'DELETE', path: string, version: number, body?: unknown): Promise<z.infer<Schema>> {
    const headers = { 'If-Match': `"${version}"`, ...(body !== undefined && { 'Content-Type': 'application/json' }) };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.exchange(schema, resourceAddress(this.base, path), { method, headers, ...content });
  }

  /** Removes something that has no version. */
  async remove(path: string): Promise<void> {
    await this.exchange(noContent, resourceAddress(this.base, path), { method: 'DELETE' });
  }

  /** @param onSent is told how many bytes have been handed over so far */
  async postForm<Schema extends z.ZodType>(schema: Schema, path: string, form: FileForm, onSent: (bytes: number) => void): Promise<z.infer<Schema>> {
    const url = resourceAddress(this.base, path);
    const reply = await sendForm(url, this.headers(), form, onSent).catch((error: unknown) => {
      throw error instanceof CommandFailed ? error : unreachable(error, url);
    });
    return this.read(schema, reply, url);
  }

  /** @returns a file as it comes in, in this form; it ends with an error where the gateway cuts it off */
  async download(path: string, query: Query, mediaType: string): Promise<AsyncIterable<Uint8Array>> {
    const url = resourceAddress(this.base, path, query);
    const response = await fetch(url, { headers: { ...this.headers(), Accept: mediaType } }).catch((error: unknown) => {
      throw unreachable(error, url);
    });
    if (!response.ok || !response.body) throw refusalOf({ status: response.status, body: await response.text() }, url, this.token);
    return response.body as AsyncIterable<Uint8Array>;
  }

  /** Yields whenever the gateway sends something on an event stream; ends when the stream ends or is refused. */
  async *signs(path: string, query: Query, signal: AbortSignal): AsyncGenerator<void> {
    const headers = { ...this.headers(), Accept: 'text/event-stream' };
    const response = await fetch(resourceAddress(this.base, path, query), { headers, signal });
    if (!response.ok || !response.body) return response.body?.cancel();
    const chunks = response.body[Symbol.asyncIterator]();
    while (!(await chunks.next()).done) yield;
  }

  private async exchange<Schema extends z.ZodType>(schema: Schema, url: URL, init: RequestInit): Promise<z.infer<Schema>> {
    const headers = { ...this.headers(), ...(init.headers as Record<string, string>) };
    try {
      const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(this.patienceMs) });
      return this.read(schema, { status: response.status, body: await response.text() }, url);
    } catch (error) {
      throw error instanceof CommandFailed ? error : unreachable(error, url);
    }
  }

  private read<Schema extends z.ZodType>(schema: Schema, reply: Reply, url: URL): z.infer<Schema> {
    if (reply.status < 200 || reply.status > 299) throw refusalOf(reply, url, this.token);
    const result = schema.safeParse(jsonOf(reply.body));
    if (result.success) return result.data;
    const fields = result.error.issues.map((issue) => issue.path.join('.') || 'antwoord');
    throw new CommandFailed(
      `${url.origin} gaf een antwoord dat deze opdrachtregel niet begrijpt (${fields.join(', ')}). Draait daar dezelfde versie van G!DS import?`,
    );
  }

  private headers(): Record<string, string> {
    const accept = { Accept: 'application/json, application/problem+json' };
    return this.token.value ? { ...accept, Authorization: `Bearer ${this.token.value}` } : accept;
  }
}

/** @returns whether the same request may succeed a little later: the gateway, or what is behind it, is starting */
export function mayPass(error: unknown): boolean {
  return error instanceof GatewayUnreachable || (error instanceof GatewayRefused && [502, 503, 504].includes(error.status));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
