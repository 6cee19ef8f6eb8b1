import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Caller } from './caller.js';
import { MachineTokens } from './machine-tokens.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Finds out who is asking: by token in the header, else by session cookie; never by anything in the address. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: MachineTokens,
    private readonly cookie: SessionCookie,
  ) {}

  /** @returns undefined where there are no credentials, or none that count */
  async callerOf(headers: IncomingHttpHeaders): Promise<Caller | undefined> {
    if (headers.authorization !== undefined) {
      const token = /^Bearer +([\w-]+)$/i.exec(headers.authorization)?.[1];
      return token === undefined ? undefined : this.tokens.find(token);
    }
    const session = this.cookie.read(headers);
    return session === undefined ? undefined : this.sessions.find(session);
  }
}
