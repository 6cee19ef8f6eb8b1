/** More than this is a loop, or a game. */
const mostHops = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** A redirect that is not followed; `message` completes the Dutch sentence "De bron …". */
export class RedirectRefused extends Error {
  override readonly name = 'RedirectRefused';
}

/**
 * Requests an address and follows where it points, hop by hop (RELIABILITY c2, 62): at most five times, only to
 * http and https, never from https to http, and never with a name and password in the address.
 * @throws RedirectRefused
 */
export async function followRedirects(address: URL, request: RequestInit): Promise<Response> {
  let here = address;
  for (let hops = 0; hops <= mostHops; hops += 1) {
    const response = await fetch(here, { ...request, redirect: 'manual' });
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    here = nextHop(here, location);
  }
  throw new RedirectRefused(`verwijst meer dan ${mostHops} keer door`);
}

/** @returns where a `Location` header points. @throws RedirectRefused where we do not go there */
export function nextHop(here: URL, location: string): URL {
  const next = URL.parse(location, here.href);
  if (!next || !isWebAddress(next)) throw new RedirectRefused('verwijst door naar iets dat geen webadres is');
  if (here.protocol === 'https:' && next.protocol === 'http:') throw new RedirectRefused('verwijst door naar een onbeveiligd adres');
  return next;
}

/** @returns whether this is an address that we may request: http or https, without a name and password in it */
export function isWebAddress({ protocol, username, password }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
