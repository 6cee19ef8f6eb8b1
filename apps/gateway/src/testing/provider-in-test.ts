import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type ClientMetadata } from 'oidc-provider';
import { publicUrl } from './gateway-in-test.js';

/** What the provider knows of a person. */
export interface ProviderPerson {
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** How the provider knows the gateway. */
export type ProviderClient = Partial<ClientMetadata> & {
  /** Public keys of the gateway. The provider fetches them: it takes no objects that the test runner's world did not make. */
  readonly keys?: readonly object[];
};

const keysPath = '/keys-of-the-gateway';

type Claims = Record<string, unknown>;

/** A real OpenID Connect provider, at which anybody signs in with a name alone. */
export class ProviderInTest {
  readonly people = new Map<string, ProviderPerson>();
  /** Makes another ID token of the one that goes out. */
  forge: ((claims: Claims) => string) | undefined;
  issuer = '';
  private readonly key: KeyObject = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  private server!: Server;

  private constructor(private readonly clientKeys: readonly object[] = []) {}

  /** @param port a free one unless told */
  static async start({ keys, ...client }: ProviderClient, port = 0): Promise<ProviderInTest> {
    const started = new ProviderInTest(keys);
    started.server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => started.server.once('listening', resolve));
    started.issuer = `http://127.0.0.1:${(started.server.address() as AddressInfo).port}`;
    const found = keys ? { jwks_uri: `${started.issuer}${keysPath}` } : {};
    started.server.on('request', started.provider({ ...client, ...found }).callback());
    return started;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** @returns an ID token with the signature of the provider */
  sign(claims: Claims): string {
    const content = `${encode({ alg: 'RS256', kid: 'provider', typ: 'JWT' })}.${encode(claims)}`;
    return `${content}.${createSign('sha256').update(content).sign(this.key, 'base64url')}`;
  }

  private provider(client: Partial<ClientMetadata>): Provider {
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: 'gids-import',
          grant_types: ['authorization_code'],
          response_types: ['code'],
          redirect_uris: [`${publicUrl}/v1/aanmelding/oidc/terugkeer`],
          post_logout_redirect_uris: [`${publicUrl}/`],
          ...client,
        },
      ],
      cookies: { keys: ['test'] },
      jwks: { keys: [{ ...this.key.export({ format: 'jwk' }), kid: 'provider', use: 'sig', alg: 'RS256' }] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
      pkce: { required: () => true },
      features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
      findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...this.people.get(accountId) }) }),
    });
    provider.use(async (context, next) => {
      if (context.path === keysPath) return void (context.body = { keys: this.clientKeys });
      await next();
      this.tamperWith(context);
    });
    return provider;
  }

  private tamperWith(context: { readonly path: string; body: unknown }): void {
    const body = context.body as { id_token?: string } | undefined;
    if (!this.forge || context.path !== '/token' || body?.id_token === undefined) return;
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
    context.body = { ...body, id_token: this.forge(claims) };
  }
}

/** @returns a part of a token */
export const encode = (part: Claims): string => Buffer.from(JSON.stringify(part)).toString('base64url');
