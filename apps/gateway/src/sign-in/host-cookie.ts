import type { IncomingHttpHeaders } from 'node:http';

interface CookieOptions {
  readonly name: string;
  /** `Lax` where it must come along when another website sends the browser here. */
  readonly sameSite: 'Strict' | 'Lax';
  /** Seconds that it lives; without it ends with the browser at the latest. */
  readonly seconds?: number;
}

/** A cookie that scripts cannot read: bound to host and https, or plain on this machine itself. */
export class HostCookie {
  private readonly secure: boolean;

  constructor(
    baseUrl: string,
    private readonly options: CookieOptions,
  ) {
    this.secure = baseUrl.startsWith('https:');
  }

  get name(): string {
    return this.secure ? `__Host-${this.options.name}` : this.options.name;
  }

  /** @returns the value, or undefined where there is no such cookie */
  read(headers: IncomingHttpHeaders): string | undefined {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    const own = pairs.find((pair) => pair.startsWith(`${this.name}=`));
    return own?.slice(this.name.length + 1) || undefined;
  }

  /** @returns the value of `Set-Cookie` */
  write(value: string): string {
    const { seconds } = this.options;
    return `${this.name}=${value}; ${seconds === undefined ? '' : `Max-Age=${seconds}; `}${this.attributes()}`;
  }

  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes()}`;
  }

  private attributes(): string {
    return `Path=/; HttpOnly; SameSite=${this.options.sameSite}${this.secure ? '; Secure' : ''}`;
  }
}
