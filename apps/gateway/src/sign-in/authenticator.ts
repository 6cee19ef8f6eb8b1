import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { ApiKeys } from '../api-keys/api-keys.js';
import type { Caller } from './caller.js';
import { MachineTokens } from './machine-tokens.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Finds out who is asking: by token or key in the header, else by session cookie; never by anything in the address. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: MachineTokens,
    private readonly keys: ApiKeys,
    private readonly cookie: SessionCookie,
  ) {}

  /** A request with that header is never one of its cookie, whatever the header is worth. @returns undefined where there are no credentials, or none that count */
  async callerOf(headers: IncomingHttpHeaders): Promise<Caller | undefined> {
    if (headers.authorization !== undefined) {
      const secret = /^Bearer +([\w-]+)$/i.exec(headers.authorization)?.[1];
      return secret === undefined ? undefined : ((await this.tokens.find(secret)) ?? this.keys.find(secret));
    }
    const session = this.cookie.read(headers);
    return session === undefined ? undefined : this.sessions.find(session);
  }
}
