import { HostCookie } from '../sign-in/host-cookie.js';

/** Time that somebody gets to sign in at the provider. */
export const attemptSeconds = 600;

/** The cookie that ties the return from the provider to the browser that left for it: nobody can be signed in by a link of another. */
export class AttemptCookie extends HostCookie {
  constructor(baseUrl: string) {
    super(baseUrl, { name: 'gids-aanmelding', sameSite: 'Lax', seconds: attemptSeconds });
  }
}
