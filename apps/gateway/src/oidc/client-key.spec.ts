import { generateKeyPairSync, type webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@gids/service-host';
import { readClientKey } from './client-key.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = { type: 'pkcs8', format: 'pem' } as const;

describe('the key of the gateway at the provider', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gids-key-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function read(content: string) {
    const file = join(folder, crypto.randomUUID());
    await writeFile(file, content);
    return readClientKey(file);
  }

  it.each([
    ['an RSA key in PEM', () => rsa.privateKey.export(pem).toString(), 'RSASSA-PKCS1-v1_5', undefined],
    ['an EC key in PEM', () => ec.privateKey.export(pem).toString(), 'ECDSA', undefined],
    ['a JWK that says how it signs', () => JSON.stringify({ ...rsa.privateKey.export({ format: 'jwk' }), alg: 'PS256', kid: 'k1' }), 'RSA-PSS', 'k1'],
    ['a JWK that does not', () => JSON.stringify({ ...ec.privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'k2' }), 'ECDSA', 'k2'],
  ])('N24 is %s', async (_what, content, algorithm, kid) => {
    const { key, kid: named } = (await read(content())) as { key: webcrypto.CryptoKey; kid?: string };
    expect(key.algorithm.name).toBe(algorithm);
    expect(key.extractable).toBe(false);
    expect(named).toBe(kid);
  });

  it.each([
    ['a public key', () => ec.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['a public JWK', () => JSON.stringify(ec.publicKey.export({ format: 'jwk' }))],
    ['a secret', () => JSON.stringify({ kty: 'oct', k: 'Z2VoZWlt', d: 'x' })],
    ['another way to sign', () => JSON.stringify({ ...rsa.privateKey.export({ format: 'jwk' }), alg: 'RS1' })],
    ['half a file', () => '{"kty":"RSA"'],
    ['nothing', () => ''],
  ])('N24 is not %s; the sentence says nothing of the content', async (_what, content) => {
    const failure = await read(content()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigError);
    expect(String(failure)).toMatch(/GIDS_OIDC_PRIVATE_KEY_FILE: .* holds no private key/);
    expect(String(failure)).not.toMatch(/BEGIN|kty/);
  });

  it('is there', async () => {
    await expect(readClientKey(join(folder, 'weg'))).rejects.toThrow(/GIDS_OIDC_PRIVATE_KEY_FILE: .*weg cannot be read \(ENOENT\)/);
  });
});
