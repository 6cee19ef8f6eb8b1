import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { BrowserInTest } from '../testing/browser-in-test.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { encode, ProviderInTest, type ProviderClient } from '../testing/provider-in-test.js';

const returnAddress = `${publicUrl}/v1/aanmelding/oidc/terugkeer`;
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'gateway', use: 'sig', alg: 'ES256' };
const publicJwk = { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y, kid: jwk.kid, use: jwk.use, alg: jwk.alg };

let folder: string;
let provider: ProviderInTest;
let gateway: GatewayInTest;
let browser: BrowserInTest;
let numbered = 0;

beforeAll(async () => {
  // The provider says that it is one for trying things out.
  for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'gids-oidc-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  browser = new BrowserInTest(gateway);
});

async function keyFile(content: string): Promise<string> {
  const file = join(folder, uuidv7());
  await writeFile(file, content);
  return file;
}

const withKey: ProviderClient = { token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', keys: [publicJwk] };
const settingsFor = (own: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ GIDS_OIDC_ISSUER: provider.issuer, GIDS_OIDC_CLIENT_ID: 'gids-import', GIDS_SIGN_INS_PER_MINUTE: '100', ...own });

/** An account that a systeembeheerder made, and somebody at the provider with that address. */
async function person({ email_verified = true, name = `persoon${(numbered += 1)}` } = {}): Promise<{ name: string; id: string; email: string }> {
  const id = uuidv7();
  const email = `${name}@voorbeeld.nl`;
  await gateway.query('INSERT INTO account (id, name, email, must_change_password) VALUES ($1, $2, $3, true)', [id, name, `${name}@Voorbeeld.NL`]);
  provider.people.set(name, { email, email_verified });
  return { name, id, email };
}

/** Signs in at the provider. @returns the address at the gateway to which the browser would go back */
async function signInAtProvider(login: string, from = '/v1/aanmelding/oidc'): Promise<string> {
  const { address: form } = await browser.follow(from, returnAddress);
  if (form.startsWith(returnAddress)) return form;
  const { address } = await browser.submit(form, { prompt: 'login', login, password: 'x' });
  return address.startsWith(returnAddress) ? address : (await browser.submit(address, { prompt: 'consent' })).address;
}

const whoIsSignedIn = async () => (await browser.visit('/v1/sessies/huidig', { headers: { accept: 'application/json' } })).json();

describe.each<[string, ProviderClient, () => Promise<NodeJS.ProcessEnv>]>([
  ['a key as JWK', withKey, async () => ({ GIDS_OIDC_PRIVATE_KEY_FILE: await keyFile(JSON.stringify(jwk)) })],
  ['a key in PEM', { ...withKey, keys: [{ ...publicJwk, kid: undefined }] }, async () => ({ GIDS_OIDC_PRIVATE_KEY_FILE: await keyFile(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()) })],
  ['a secret', { token_endpoint_auth_method: 'client_secret_basic', client_secret: 'een geheim: met+tekens' }, async () => ({ GIDS_OIDC_CLIENT_SECRET: 'een geheim: met+tekens' })],
])('signing in at a provider that knows the gateway by %s', (_what, client, settings) => {
  beforeAll(async () => {
    provider = await ProviderInTest.start(client);
    gateway = await GatewayInTest.start({ env: settingsFor(await settings()) });
  });
  afterAll(async () => {
    await gateway.stop();
    await provider.stop();
  });

  it('N24 e7 gives a session, and brings the browser to where it was going', async () => {
    const { name } = await person();
    const back = await signInAtProvider(name, '/v1/aanmelding/oidc?naar=/importbeheer%3Fpage=2');
    const response = await browser.visit(back);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${publicUrl}/importbeheer?page=2`);
    expect(response.headers.getSetCookie()).toEqual([
      'gids-aanmelding=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
      expect.stringMatching(/^gids=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(await whoIsSignedIn()).toMatchObject({ naam: name, soort: 'account' });
  });
});

describe('signing in with OpenID Connect', () => {
  beforeAll(async () => {
    provider = await ProviderInTest.start(withKey);
    gateway = await GatewayInTest.start({ env: settingsFor({ GIDS_OIDC_PRIVATE_KEY_FILE: await keyFile(JSON.stringify(jwk)) }) });
  });
  afterAll(async () => {
    await gateway.stop();
    await provider.stop();
  });
  afterEach(() => {
    provider.forge = undefined;
  });

  async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, code });
    expect(browser.cookie(publicUrl, 'gids')).toBeUndefined();
  }

  /** Comes back to the gateway, and wants to hear it as JSON. */
  const comeBack = (address: string) => browser.visit(address, { headers: { accept: 'application/json' } });

  it('N24 asks with PKCE, state and nonce that are new each time, and for a code only', async () => {
    const [one, other] = await Promise.all([1, 2].map(async () => new URL((await new BrowserInTest(gateway).visit('/v1/aanmelding/oidc')).headers.get('location') ?? '')));
    expect(Object.fromEntries(one?.searchParams ?? [])).toEqual({
      client_id: 'gids-import',
      response_type: 'code',
      redirect_uri: returnAddress,
      scope: 'openid email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(one?.searchParams.get(name)).not.toBe(other?.searchParams.get(name));
  });

  it('N24 keeps no token, in the database nor in the log', async () => {
    let token = '';
    provider.forge = (claims) => (token = provider.sign(claims));
    await browser.visit(await signInAtProvider((await person()).name));
    expect(token).not.toBe('');
    const kept = await gateway.query("SELECT to_jsonb(session) FROM session UNION ALL SELECT to_jsonb(account) FROM account UNION ALL SELECT to_jsonb(audit_entry) FROM audit_entry UNION ALL SELECT to_jsonb(oidc_attempt) FROM oidc_attempt");
    expect(JSON.stringify([kept, gateway.logged])).not.toContain(token.split('.')[2]);
  });

  it('e7 gives a new session at every sign-in and ends the one before', async () => {
    const { name } = await person();
    await browser.visit(await signInAtProvider(name));
    const first = browser.cookie(publicUrl, 'gids');
    await browser.visit(await signInAtProvider(name));
    expect(browser.cookie(publicUrl, 'gids')).not.toBe(first);
    expect(await whoIsSignedIn()).toMatchObject({ naam: name });
    expect((await gateway.askAsStranger('/v1/sessies/huidig', { headers: { cookie: `gids=${first}` } })).status).toBe(401);
  });

  it('e27 is kept, with who it was', async () => {
    const { name } = await person();
    await browser.visit(await signInAtProvider(name));
    const [kept] = await gateway.query<{ asked: unknown }>(
      "SELECT asked, status, signed_in FROM audit_entry JOIN audit_outcome ON entry_id = id WHERE operation = 'voltooiOidcAanmelding' ORDER BY id DESC LIMIT 1",
    );
    expect(kept).toMatchObject({ status: 302, signed_in: name, asked: { code: '[weggelaten]', state: '[weggelaten]' } });
  });

  describe('is refused', () => {
    it('N24 with another state', async () => {
      const back = new URL(await signInAtProvider((await person()).name));
      back.searchParams.set('state', 'x'.repeat(43));
      await expectRefusal(await comeBack(back.href), 401, 'aanmeldenMislukt');
    });

    it('N24 with another nonce', async () => {
      const back = await signInAtProvider((await person()).name);
      await gateway.query("UPDATE oidc_attempt SET nonce = 'x'");
      await expectRefusal(await comeBack(back), 401, 'aanmeldenMislukt');
    });

    it('N24 with another verifier', async () => {
      const back = await signInAtProvider((await person()).name);
      await gateway.query("UPDATE oidc_attempt SET verifier = repeat('x', 43)");
      await expectRefusal(await comeBack(back), 401, 'aanmeldenMislukt');
    });

    it('N24 in another browser, a second time, and after ten minutes', async () => {
      const back = await signInAtProvider((await person()).name);
      const own = browser;
      browser = new BrowserInTest(gateway);
      await expectRefusal(await comeBack(back), 400, 'aanmeldingVerlopen');
      expect((await own.visit(back)).status).toBe(302);
      browser = new BrowserInTest(gateway);
      await expectRefusal(await comeBack(back), 400, 'aanmeldingVerlopen');
      const late = await signInAtProvider((await person()).name);
      await gateway.query("UPDATE oidc_attempt SET expires_at = now() - interval '1 second'");
      await expectRefusal(await comeBack(late), 400, 'aanmeldingVerlopen');
    });

    it('N24 with a code that was used before', async () => {
      const back = await signInAtProvider((await person()).name);
      const [attempt] = await gateway.query('SELECT * FROM oidc_attempt ORDER BY expires_at DESC LIMIT 1');
      const key = browser.cookie(publicUrl, 'gids-aanmelding') ?? '';
      expect((await browser.visit(back)).status).toBe(302);
      await gateway.query('INSERT INTO oidc_attempt SELECT * FROM jsonb_populate_record(NULL::oidc_attempt, $1)', [JSON.stringify(attempt)]);
      browser = new BrowserInTest(gateway);
      await expectRefusal(await browser.visit(back, { headers: { accept: 'application/json', cookie: `gids-aanmelding=${key}` } }), 401, 'aanmeldenMislukt');
    });

    it.each([
      ['of another audience', (claims: object) => provider.sign({ ...claims, aud: 'iets-anders' })],
      ['of another issuer', (claims: object) => provider.sign({ ...claims, iss: 'https://elders.example' })],
      ['that has expired', (claims: object) => provider.sign({ ...claims, exp: Math.floor(Date.now() / 1_000) - 3_600 })],
      ['that does not count yet', (claims: object) => provider.sign({ ...claims, nbf: Math.floor(Date.now() / 1_000) + 3_600 })],
      ['without a nonce', (claims: object) => provider.sign({ ...claims, nonce: undefined })],
      ['whose content was changed', (claims: object) => provider.sign(claims as never).replace(/\.[^.]+\./, `.${encode({ ...claims, sub: 'beheerder' })}.`)],
      ['without a signature', (claims: object) => `${encode({ alg: 'none' })}.${encode({ ...claims })}.`],
      ['that is signed with what everybody knows', (claims: object) => `${encode({ alg: 'HS256' })}.${encode({ ...claims })}.${'x'.repeat(43)}`],
    ])('N24 e8 with an ID token %s', async (_what, forge) => {
      const back = await signInAtProvider((await person()).name);
      provider.forge = forge;
      await expectRefusal(await comeBack(back), 401, 'aanmeldenMislukt');
      expect(gateway.logged).toContainEqual(expect.objectContaining({ level: 'warn', message: 'sign-in at the provider was refused' }));
    });

    it('N25 to who has no account, with a page that says what to do', async () => {
      provider.people.set('vreemdeling', { email: 'vreemdeling@voorbeeld.nl', email_verified: true });
      const response = await browser.visit(await signInAtProvider('vreemdeling'));
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).toContain('Vraag een systeembeheerder om een account.');
      expect(browser.cookie(publicUrl, 'gids')).toBeUndefined();
    });

    it('N25 to who has an address that the provider did not check', async () => {
      const { name } = await person({ email_verified: false });
      await expectRefusal(await comeBack(await signInAtProvider(name)), 403, 'geenAccount');
    });

    it('N25 to who shares an address with another account', async () => {
      const { name, email } = await person();
      await gateway.query('INSERT INTO account (id, name, email) VALUES ($1, $2, $3)', [uuidv7(), `${name}-2`, email]);
      await expectRefusal(await comeBack(await signInAtProvider(name)), 403, 'geenAccount');
    });

    it('N25 to who is blocked', async () => {
      const { name, id } = await person();
      await gateway.query('UPDATE account SET blocked_at = now() WHERE id = $1', [id]);
      await expectRefusal(await comeBack(await signInAtProvider(name)), 403, 'geenAccount');
    });

    it('where the person gives up at the provider', async () => {
      const { address: form } = await browser.follow('/v1/aanmelding/oidc', returnAddress);
      const { address } = await browser.follow(`${form}/abort`, returnAddress);
      const response = await comeBack(address);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining('afgebroken') });
    });

    it.each(['https://elders.example', '//elders.example', '/\\elders.example', 'importbeheer'])('e7 with a way back to another website: %s', async (naar) => {
      const response = await browser.visit(`/v1/aanmelding/oidc?naar=${encodeURIComponent(naar)}`, { headers: { accept: 'application/json' } });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ fouten: [{ veld: 'naar' }] });
    });
  });

  it('N25 knows a person by what the provider calls him, also when his address goes to another', async () => {
    const { name, email } = await person();
    await browser.visit(await signInAtProvider(name));
    provider.people.set(name, { email: 'getrouwd@voorbeeld.nl', email_verified: true });
    provider.people.set('opvolger', { email, email_verified: true });
    browser = new BrowserInTest(gateway);
    await browser.visit(await signInAtProvider(name));
    expect(await whoIsSignedIn()).toMatchObject({ naam: name });
    browser = new BrowserInTest(gateway);
    await expectRefusal(await comeBack(await signInAtProvider('opvolger')), 403, 'geenAccount');
  });

  it('N26 leaves no other way in: a password is not looked at, and is nothing to change', async () => {
    const response = await gateway.askAsStranger('/v1/sessies', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ naam: 'beheerder', wachtwoord: gateway.password }),
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'geenLokaleAccounts' });
    expect(await (await gateway.askAsStranger('/v1/aanmelding')).json()).toMatchObject({
      wachtwoord: false,
      oidc: true,
      _links: { aanmelden: { href: `${publicUrl}/v1/aanmelding/oidc` }, afmelden: { href: `${publicUrl}/v1/aanmelding/oidc/afmelding` } },
    });
  });

  it('ends at the provider too', async () => {
    const { name } = await person();
    await browser.visit(await signInAtProvider(name));
    const { response, address } = await browser.follow('/v1/aanmelding/oidc/afmelding', `${publicUrl}/v1/sessies`);
    expect(address).toContain(`${provider.issuer}/session/end?`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    const { address: home } = await browser.submit(`${provider.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(home).toBe(`${publicUrl}/`);
    const { address: form } = await browser.follow('/v1/aanmelding/oidc', returnAddress);
    expect(form).toContain(`${provider.issuer}/interaction/`);
  });
});

describe('a provider', () => {
  it('N24 that is away is said to be away; sign-in works as soon as it is back', async () => {
    provider = await ProviderInTest.start(withKey);
    const { issuer } = provider;
    await provider.stop();
    gateway = await GatewayInTest.start({ env: { ...settingsFor({ GIDS_OIDC_PRIVATE_KEY_FILE: await keyFile(JSON.stringify(jwk)) }), GIDS_SIGN_INS_PER_MINUTE: '1' } });
    try {
      const response = await gateway.askAsStranger('/v1/aanmelding/oidc', { headers: { accept: 'text/html' } });
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(await response.text()).toContain('is niet bereikbaar');
      provider = await ProviderInTest.start(withKey, Number(new URL(issuer).port));
      expect((await gateway.askAsStranger('/v1/aanmelding/oidc', { redirect: 'manual' })).status).toBe(302);
    } finally {
      await gateway.stop();
      await provider.stop();
    }
  });

  it('is not there where people sign in with a password', async () => {
    gateway = await GatewayInTest.start();
    try {
      expect((await gateway.askAsStranger('/v1/aanmelding/oidc')).status).toBe(404);
      expect((await gateway.askAsStranger('/v1/aanmelding/oidc/afmelding')).status).toBe(404);
      expect((await gateway.askAsStranger('/v1/aanmelding/oidc/terugkeer?code=x&state=y')).status).toBe(400);
      expect(await (await gateway.askAsStranger('/v1/aanmelding')).json()).toEqual({ wachtwoord: true, oidc: false, _links: { self: { href: `${publicUrl}/v1/aanmelding` } } });
    } finally {
      await gateway.stop();
    }
  });

  it('e22 is asked thirty times a minute for one address', async () => {
    provider = await ProviderInTest.start(withKey);
    gateway = await GatewayInTest.start({ clock: () => new Date('2026-11-26T08:00:00Z'), env: { ...settingsFor({ GIDS_OIDC_PRIVATE_KEY_FILE: await keyFile(JSON.stringify(jwk)) }), GIDS_SIGN_INS_PER_MINUTE: '5' } });
    try {
      const statuses: number[] = [];
      for (let asked = 0; asked < 31; asked += 1) statuses.push((await gateway.askAsStranger('/v1/aanmelding/oidc', { redirect: 'manual' })).status);
      expect(statuses).toEqual([...Array<number>(30).fill(302), 429]);
    } finally {
      await gateway.stop();
      await provider.stop();
    }
  });
});
