import { CONFIG } from '@gids/service-host';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  PrivateKeyJwt,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { ApiLinks } from '../api/links.js';
import { problems } from '../http/problems.js';
import type { GatewayConfig } from '../settings.js';
import { readClientKey } from './client-key.js';
import type { OidcAttempt } from './oidc-attempts.js';

/** Who somebody is, by the word of the provider. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Absent where the provider gives none, or did not check it. */
  readonly verifiedEmail: string | undefined;
}

/** Seconds that a question to the provider may take. */
const patience = 10;

/**
 * The gateway as relying party of an OpenID Connect provider (N24): Authorization Code Flow with PKCE, confidential client.
 * Tokens are used here and kept nowhere.
 */
@Injectable()
export class OidcClient implements OnModuleInit {
  private authentication: ClientAuth | undefined;
  private found: Promise<Configuration> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly links: ApiLinks,
  ) {}

  /** @throws ConfigError where the key cannot be used: the gateway then does not start */
  async onModuleInit(): Promise<void> {
    const { GIDS_OIDC_PRIVATE_KEY_FILE: file, GIDS_OIDC_CLIENT_SECRET: secret } = this.config;
    if (file !== undefined) this.authentication = PrivateKeyJwt(await readClientKey(file));
    else if (secret !== undefined) this.authentication = ClientSecretBasic(secret);
  }

  /** @returns where to send the browser to. @throws HttpProblem 404 without a provider, 503 where it does not answer */
  async authorizationUrl({ state, nonce, verifier }: Pick<OidcAttempt, 'state' | 'nonce' | 'verifier'>): Promise<URL> {
    return buildAuthorizationUrl(await this.provider(), {
      response_type: 'code',
      redirect_uri: this.links.oidcReturn().href,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Changes the code of a return address for who somebody is. Checked on the way: `state`, `iss` of the answer, and of the
   * ID token signature, `iss`, `aud`, `exp`, `iat`, `nbf` and `nonce`.
   * @throws the library's error where anything of it is not right
   */
  async identify(returned: URL, { state, nonce, verifier }: OidcAttempt): Promise<OidcIdentity> {
    const provider = await this.provider();
    const tokens = await authorizationCodeGrant(provider, returned, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider gave no ID token');
    const { email, email_verified: verified } = claims.email === undefined ? await this.userInfo(provider, tokens.access_token, claims.sub) : claims;
    return { issuer: claims.iss, subject: claims.sub, verifiedEmail: verified === true && typeof email === 'string' ? email : undefined };
  }

  /** @returns where to send the browser to, so that it is signed out at the provider too; to our own pages where the provider cannot do that */
  async endSessionUrl(): Promise<URL> {
    const provider = await this.provider();
    const home = `${this.links.baseUrl}/`;
    if (provider.serverMetadata().end_session_endpoint === undefined) return new URL(home);
    return buildEndSessionUrl(provider, { post_logout_redirect_uri: home });
  }

  private userInfo(provider: Configuration, accessToken: string, subject: string): Promise<{ email?: unknown; email_verified?: unknown }> {
    return provider.serverMetadata().userinfo_endpoint === undefined ? Promise.resolve({}) : fetchUserInfo(provider, accessToken, subject);
  }

  /** Found out at the first sign-in, and again where that failed. */
  private async provider(): Promise<Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  private async discover(): Promise<Configuration> {
    const { GIDS_OIDC_ISSUER: issuer, GIDS_OIDC_CLIENT_ID: clientId } = this.config;
    if (issuer === undefined || clientId === undefined || !this.authentication) throw problems.notFound('Aanmelden met OpenID Connect');
    // The settings let http through for this machine only.
    const execute = issuer.startsWith('http:') ? [enableNonRepudiationChecks, allowInsecureRequests] : [enableNonRepudiationChecks];
    return discovery(new URL(issuer), clientId, {}, this.authentication, { execute, timeout: patience }).catch((error: unknown) => {
      throw Object.assign(problems.providerAway(), { cause: error });
    });
  }
}
