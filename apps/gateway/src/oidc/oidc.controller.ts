import type { ServerResponse } from 'node:http';
import type { Log } from '@gids/messaging';
import { CONFIG, LOG } from '@gids/service-host';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { ApiLinks } from '../api/links.js';
import type { SignInWays } from '../api/sign-in-ways.js';
import type { DoorRequest } from '../http/door-request.js';
import { Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import { hasLocalAccounts, type GatewayConfig } from '../settings.js';
import { SignInAttempts } from '../sign-in/attempts.js';
import { Public } from '../sign-in/public.decorator.js';
import { hashOf } from '../sign-in/secret.js';
import { SessionCookie } from '../sign-in/session-cookie.js';
import { Sessions } from '../sign-in/sessions.js';
import { AttemptCookie } from './attempt-cookie.js';
import { OidcAccounts } from './oidc-accounts.js';
import { OidcAttempts, type OidcAttempt } from './oidc-attempts.js';
import { OidcClient, type OidcIdentity } from './oidc-client.js';
import { completeOidcSignIn, showSignInWays, startOidcSignIn, startOidcSignOut } from './oidc.operations.js';
import { problemOfProvider } from './provider-problem.js';

/** Signing in at an OpenID Connect provider (N24). */
@Controller()
export class OidcController {
  constructor(
    private readonly client: OidcClient,
    private readonly oidcAttempts: OidcAttempts,
    private readonly accounts: OidcAccounts,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly cookie: SessionCookie,
    private readonly attemptCookie: AttemptCookie,
    private readonly links: ApiLinks,
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Public()
  @Handles(showSignInWays)
  ways(): SignInWays {
    const wachtwoord = hasLocalAccounts(this.config);
    const self = this.links.signIn();
    return { wachtwoord, oidc: !wachtwoord, _links: wachtwoord ? { self } : { self, aanmelden: this.links.oidcSignIn(), afmelden: this.links.oidcSignOut() } };
  }

  @Public()
  @Handles(startOidcSignIn)
  async start(@Input() { query }: InputOf<typeof startOidcSignIn>, @Req() request: DoorRequest, @Res({ passthrough: true }) response: ServerResponse): Promise<void> {
    await this.attempts.countFrom(request.ip ?? '');
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const target = await this.client.authorizationUrl(secrets);
    const earlier = this.cookie.read(request.headers);
    const key = await this.oidcAttempts.begin({ ...secrets, returnTo: query.naar, earlierSession: earlier && hashOf(earlier) });
    response.setHeader('Set-Cookie', this.attemptCookie.write(key));
    response.setHeader('Location', target.href);
  }

  @Public()
  @Handles(completeOidcSignIn)
  async complete(@Input() { url }: InputOf<typeof completeOidcSignIn>, @Req() request: DoorRequest, @Res({ passthrough: true }) response: ServerResponse): Promise<void> {
    response.setHeader('Set-Cookie', this.attemptCookie.clear());
    const key = this.attemptCookie.read(request.headers);
    const attempt = key === undefined ? undefined : await this.oidcAttempts.take(key);
    if (!attempt) throw problems.signInExpired();
    const account = await this.accounts.find(await this.identify(url, attempt, request.correlationId));
    if (!account) throw problems.noAccount();
    if (attempt.earlierSession !== undefined) await this.sessions.close(attempt.earlierSession);
    const token = await this.sessions.open(account);
    request.signedIn = account.name;
    response.setHeader('Set-Cookie', [this.attemptCookie.clear(), this.cookie.write(token)]);
    response.setHeader('Location', new URL(attempt.returnTo, this.links.baseUrl).href);
  }

  @Public()
  @Handles(startOidcSignOut)
  async signOut(@Res({ passthrough: true }) response: ServerResponse): Promise<void> {
    const target = await this.client.endSessionUrl().catch((error: unknown) => Promise.reject(problemOfProvider(error)));
    response.setHeader('Location', target.href);
  }

  /** Why the provider's word was not taken is for the log; the person starts again. */
  private async identify(url: URL, attempt: OidcAttempt, correlationId: string): Promise<OidcIdentity> {
    try {
      return await this.client.identify(url, attempt);
    } catch (error) {
      this.log.warn({ correlationId, reason: reasonOf(error) }, 'sign-in at the provider was refused');
      throw problemOfProvider(error);
    }
  }
}

/** Codes of the library and of the protocol: no part of a token is in them. */
function reasonOf(error: unknown): string {
  const { name, code, error: answered } = error as { name?: string; code?: string; error?: string };
  return [name, code, answered].filter((part) => typeof part === 'string').join(' ');
}
