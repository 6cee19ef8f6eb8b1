import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { HttpProblem, problems } from '../http/problems.js';

/** Codes of the library for a provider that cannot be reached. */
const away = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

/** @returns what an error at the provider means for the person who wants to sign in */
export function problemOfProvider(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof AuthorizationResponseError) return problems.signInFailed('Het aanmelden is afgebroken. Begin opnieuw als u zich wilt aanmelden.');
  if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError) return problems.signInFailed();
  if (error instanceof ClientError && !away.has(error.code ?? '')) return problems.signInFailed();
  return problems.providerAway();
}
