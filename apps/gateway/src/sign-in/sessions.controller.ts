import type { ServerResponse } from 'node:http';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import type { Session } from '../api/session.js';
import type { DoorRequest } from '../http/door-request.js';
import { Asker, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import { Accounts } from './accounts.js';
import { SignInAttempts } from './attempts.js';
import type { Caller } from './caller.js';
import { Public } from './public.decorator.js';
import { hashOf } from './secret.js';
import { SessionCookie } from './session-cookie.js';
import { closeSession, openSession, showSession } from './sessions.operations.js';
import { Sessions } from './sessions.js';

/** Signing in and out. */
@Controller()
export class SessionsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly cookie: SessionCookie,
    private readonly links: ApiLinks,
  ) {}

  @Public()
  @Handles(openSession)
  async open(@Input() { body }: InputOf<typeof openSession>, @Req() request: DoorRequest, @Res({ passthrough: true }) response: ServerResponse): Promise<Session> {
    const address = request.ip ?? '';
    await this.attempts.count(body.naam, address);
    const account = await this.accounts.verify(body.naam, body.wachtwoord);
    if (!account) throw problems.wrongCredentials();
    await this.attempts.forget(body.naam, address);
    const earlier = this.cookie.read(request.headers);
    if (earlier !== undefined) await this.sessions.close(hashOf(earlier));
    const { token, expiresAt } = await this.sessions.open(account);
    response.setHeader('Set-Cookie', this.cookie.write(token));
    response.setHeader('Location', this.links.session().href);
    return this.toSession({ kind: 'account', name: account.name }, expiresAt);
  }

  @Handles(showSession)
  show(@Asker() asker: Caller): Session {
    return this.toSession(asker, asker.kind === 'account' ? asker.expiresAt : undefined);
  }

  @Handles(closeSession)
  async close(@Asker() asker: Caller, @Res({ passthrough: true }) response: ServerResponse): Promise<void> {
    if (asker.kind !== 'account') throw problems.notFound('Een sessie van dit token');
    await this.sessions.close(asker.session);
    response.setHeader('Set-Cookie', this.cookie.clear());
  }

  private toSession({ name, kind }: Pick<Caller, 'name' | 'kind'>, expiresAt?: Date): Session {
    return {
      naam: name,
      soort: kind === 'account' ? 'account' : 'token',
      rol: 'systeembeheerder',
      verlooptOp: expiresAt?.toISOString() ?? null,
      _links: { self: this.links.session() },
    };
  }
}
