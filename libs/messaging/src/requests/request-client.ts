import { RequestRefused, type Actor, type PayloadOf, type ReplyOf, type RequestDefinition, type ServiceName } from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';
import { RequestUnanswered, type Bus } from '../bus.js';
import { requestQueueOf } from '../topology.js';
import { readReply, writeRequest } from './wire.js';

const defaultTimeoutMs = 15_000;

export interface AskOptions {
  /** Which service answers, for requests that every service answers. */
  readonly service?: ServiceName;
  /** Milliseconds to wait. */
  readonly timeout?: number;
  readonly correlationid?: string;
  /** Who asks; absent where the house itself does. */
  readonly actor?: Actor | undefined;
}

/** Asks a service something and waits for its answer, checked by the contract at this end too. */
export class RequestClient {
  constructor(private readonly bus: Bus) {}

  /** @throws RequestRefused with a Dutch reason where the service refuses, does not answer in time, or is not there */
  async ask<Definition extends RequestDefinition>(
    definition: Definition,
    payload: PayloadOf<Definition>,
    { service, timeout = defaultTimeoutMs, correlationid = uuidv7(), actor }: AskOptions = {},
  ): Promise<ReplyOf<Definition>> {
    const target = service ?? definition.service;
    if (target === 'every service') throw new Error(`${definition.name} is answered by every service: say which`);
    const body = writeRequest({ name: definition.name, payload: definition.payload.parse(payload), correlationid, actor });
    const answer = await this.send(target, body, timeout);
    return definition.reply.parse(readReply(answer)) as ReplyOf<Definition>;
  }

  private async send(service: ServiceName, body: Buffer, timeout: number): Promise<Buffer> {
    try {
      return await this.bus.request(requestQueueOf(service), body, timeout);
    } catch (error) {
      if (!(error instanceof RequestUnanswered)) throw error;
      throw new RequestRefused({
        kind: 'unavailable',
        code: 'serviceUnavailable',
        message: `De dienst "${service}" antwoordt niet. Probeer het over een ogenblik opnieuw.`,
      });
    }
  }
}
