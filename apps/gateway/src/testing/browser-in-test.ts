import { publicUrl, type GatewayInTest } from './gateway-in-test.js';

/** Goes from page to page and keeps cookies for each website apart, as a browser does. */
export class BrowserInTest {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(private readonly gateway: GatewayInTest) {}

  /** One step, without following where it leads. @param address whole, or a path at the gateway */
  async visit(address: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    const url = new URL(address, publicUrl);
    const { origin } = url;
    const target = origin === publicUrl ? `${this.gateway.baseUrl}${url.pathname}${url.search}` : url.href;
    const response = await fetch(target, { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie: this.cookiesFor(origin), ...headers } });
    for (const cookie of response.headers.getSetCookie()) this.keep(origin, cookie);
    return response;
  }

  /** Follows redirects until something is shown, or until the next step would be at `stop`. @returns the last answer and the address that it is of */
  async follow(address: string, stop?: string, init: RequestInit = {}): Promise<{ response: Response; address: string }> {
    let at = address;
    let response = await this.visit(at, init);
    for (let steps = 0; steps < 20; steps += 1) {
      const location = response.headers.get('location');
      if (location === null) break;
      at = new URL(location, new URL(at, publicUrl)).href;
      if (stop !== undefined && at.startsWith(stop)) break;
      response = await this.visit(at);
    }
    return { response, address: at };
  }

  /** Fills in a form of the provider. @returns where that leads, at the latest at the gateway */
  submit(address: string, fields: Record<string, string>): Promise<{ response: Response; address: string }> {
    return this.follow(address, publicUrl, { method: 'POST', body: new URLSearchParams(fields) });
  }

  cookie(origin: string, name: string): string | undefined {
    return this.jars.get(origin)?.get(name);
  }

  private keep(origin: string, cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  }

  private cookiesFor(origin: string): string {
    return [...(this.jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
