import type { IncomingHttpHeaders } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @returns whether a request of this method may change something */
export function changesState(method = 'GET'): boolean {
  return !safeMethods.has(method);
}

/**
 * Where a browser's request comes from (CSRF, RELIABILITY e11).
 * @returns `own` for our own pages, `foreign` for those of others, `unknown` where the sender does not say
 */
export function originOfRequest(headers: IncomingHttpHeaders, baseUrl: string): 'own' | 'foreign' | 'unknown' {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'own' : 'foreign';
  const { origin, host } = headers;
  if (origin === undefined) return 'unknown';
  return origin === baseUrl || (URL.canParse(origin) && new URL(origin).host === host) ? 'own' : 'foreign';
}
