import { HostCookie } from './host-cookie.js';

/** The cookie that holds a session's token. */
export class SessionCookie extends HostCookie {
  constructor(baseUrl: string) {
    super(baseUrl, { name: 'gids', sameSite: 'Strict' });
  }
}
