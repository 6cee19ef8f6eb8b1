import type { ServerResponse } from 'node:http';
import { CONFIG } from '@gids/service-host';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { toSession, type Session } from '../api/session.js';
import type { DoorRequest } from '../http/door-request.js';
import { Asker, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import { hasLocalAccounts, type GatewayConfig } from '../settings.js';
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
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Public()
  @Handles(openSession)
  async open(@Input() { body }: InputOf<typeof openSession>, @Req() request: DoorRequest, @Res({ passthrough: true }) response: ServerResponse): Promise<Session> {
    if (!hasLocalAccounts(this.config)) throw problems.noLocalAccounts();
    const address = request.ip ?? '';
    await this.attempts.count(body.naam, address);
    const account = await this.accounts.verify(body.naam, body.wachtwoord);
    if (!account) throw problems.wrongCredentials();
    await this.attempts.forget(body.naam, address);
    const earlier = this.cookie.read(request.headers);
    if (earlier !== undefined) await this.sessions.close(hashOf(earlier));
    const token = await this.sessions.open(account);
    const asker = await this.sessions.find(token);
    if (!asker) throw problems.wrongCredentials();
    request.signedIn = asker.name;
    response.setHeader('Set-Cookie', this.cookie.write(token));
    response.setHeader('Location', this.links.session().href);
    return toSession(asker, this.links);
  }

  @Handles(showSession)
  show(@Asker() asker: Caller): Session {
    return toSession(asker, this.links);
  }

  @Handles(closeSession)
  async close(@Asker() asker: Caller, @Res({ passthrough: true }) response: ServerResponse): Promise<void> {
    if (asker.kind !== 'account') throw problems.notFound('Een sessie van dit token');
    await this.sessions.close(asker.session);
    response.setHeader('Set-Cookie', this.cookie.clear());
  }
}
