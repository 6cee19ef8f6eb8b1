import type { ServerResponse } from 'node:http';
import { CONFIG } from '@gids/service-host';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { DoorRequest } from '../http/door-request.js';
import { Asker, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import { hasLocalAccounts, type GatewayConfig } from '../settings.js';
import { Accounts } from '../sign-in/accounts.js';
import { SignInAttempts } from '../sign-in/attempts.js';
import type { Caller } from '../sign-in/caller.js';
import { SessionCookie } from '../sign-in/session-cookie.js';
import { faultInPassword } from './password-rules.js';
import { changePassword, closeAllSessions, signOutAccount } from './passwords.operations.js';
import { Passwords } from './passwords.js';

/** What people do with their own password and sessions, and a systeembeheerder with those of others. */
@Controller()
export class PasswordsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly cookie: SessionCookie,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  /** A wrong password counts as a try to sign in: who found a browser open cannot try at leisure. */
  @Handles(changePassword)
  async change(@Input() { body }: InputOf<typeof changePassword>, @Asker() asker: Caller, @Req() request: DoorRequest): Promise<void> {
    if (asker.kind !== 'account' || !hasLocalAccounts(this.config)) throw problems.noOwnPassword();
    const address = request.ip ?? '';
    await this.attempts.count(asker.name, address);
    const account = await this.accounts.verify(asker.name, body.huidigWachtwoord);
    if (!account) throw problems.invalidInput([{ veld: 'huidigWachtwoord', code: 'onjuist', melding: 'Dit is niet uw wachtwoord.' }]);
    await this.attempts.forget(asker.name, address);
    const fault = body.nieuwWachtwoord === body.huidigWachtwoord ? 'Kies een ander wachtwoord dan u had.' : faultInPassword(body.nieuwWachtwoord, asker.name);
    if (fault !== undefined) throw problems.invalidInput([{ veld: 'nieuwWachtwoord', code: 'teZwak', melding: fault }]);
    await this.passwords.change(account.id, body.nieuwWachtwoord, asker.session);
  }

  @Handles(closeAllSessions)
  async closeAll(@Asker() asker: Caller, @Res({ passthrough: true }) response: ServerResponse): Promise<void> {
    if (asker.kind !== 'account') throw problems.notFound('Een sessie van dit token');
    await this.passwords.signOut(asker.name);
    response.setHeader('Set-Cookie', this.cookie.clear());
  }

  @Handles(signOutAccount)
  async signOut(@Input() { params }: InputOf<typeof signOutAccount>): Promise<void> {
    if (!(await this.passwords.signOut(params.naam))) throw problems.notFound(`Het account "${params.naam}"`);
  }
}
