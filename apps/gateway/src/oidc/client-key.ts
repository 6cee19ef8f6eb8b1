import { createPrivateKey, type JsonWebKey, type webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigError } from '@gids/service-host';
import type { PrivateKey } from 'openid-client';

type Algorithm = webcrypto.RsaHashedImportParams | webcrypto.EcKeyImportParams | webcrypto.Algorithm;

/** By which the gateway can sign, by the name of JOSE. */
const algorithms: Readonly<Record<string, Algorithm>> = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
  EdDSA: { name: 'Ed25519' },
};

/**
 * Reads the key by which the gateway shows the provider who it is (N24).
 * @param file a private JWK, whose `alg` and `kid` count, or PKCS#8 in PEM
 * @throws ConfigError that names the setting and says what is wrong, never what is in the file
 */
export async function readClientKey(file: string): Promise<PrivateKey> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`GIDS_OIDC_PRIVATE_KEY_FILE: ${file} cannot be read (${error.code}).`);
  });
  try {
    const jwk = toJwk(content);
    const key = await crypto.subtle.importKey('jwk', { ...jwk, use: undefined, key_ops: undefined } as webcrypto.JsonWebKey, algorithmOf(jwk), false, ['sign']);
    return { key, ...(typeof jwk['kid'] === 'string' && { kid: jwk['kid'] }) };
  } catch {
    throw new ConfigError(`GIDS_OIDC_PRIVATE_KEY_FILE: ${file} holds no private key as JWK or PKCS#8 (PEM) for one of ${Object.keys(algorithms).join(', ')}.`);
  }
}

function toJwk(content: string): JsonWebKey {
  const jwk = content.trimStart().startsWith('{') ? (JSON.parse(content) as JsonWebKey) : createPrivateKey(content).export({ format: 'jwk' });
  if (typeof jwk['d'] !== 'string') throw new TypeError('This is no private key');
  return jwk;
}

/** An RSA key that does not say how it signs uses what every provider knows. */
function algorithmOf({ alg, kty, crv }: JsonWebKey): Algorithm {
  const name = typeof alg === 'string' ? alg : { RSA: 'RS256', 'EC P-256': 'ES256', 'EC P-384': 'ES384', 'OKP Ed25519': 'EdDSA' }[[kty, crv].filter(Boolean).join(' ')];
  const algorithm = algorithms[name ?? ''];
  if (!algorithm) throw new TypeError('This key signs in a way that is not known here');
  return algorithm;
}
