import type { IncomingHttpHeaders } from 'node:http';

/** The cookie that holds a session's token: bound to host and https, or plain on this machine itself. */
export class SessionCookie {
  private readonly secure: boolean;

  constructor(baseUrl: string) {
    this.secure = baseUrl.startsWith('https:');
  }

  get name(): string {
    return this.secure ? '__Host-gids' : 'gids';
  }

  /** @returns the token, or undefined where there is no such cookie */
  read(headers: IncomingHttpHeaders): string | undefined {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    const own = pairs.find((pair) => pair.startsWith(`${this.name}=`));
    return own?.slice(this.name.length + 1) || undefined;
  }

  /** @returns the value of `Set-Cookie`; without `Max-Age`, so that it ends with the browser at the latest */
  write(token: string): string {
    return `${this.name}=${token}; ${this.attributes()}`;
  }

  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes()}`;
  }

  private attributes(): string {
    return `Path=/; HttpOnly; SameSite=Strict${this.secure ? '; Secure' : ''}`;
  }
}
