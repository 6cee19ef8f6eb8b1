interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** A person with a browser: signs in with a password, and keeps the session's cookie. */
export class Visitor {
  private cookie = '';

  private constructor(
    private readonly url: string,
    private readonly origin: string,
    readonly name: string,
  ) {}

  /** @param origin the address that the installation has for itself */
  static async signIn(url: string, origin: string, name: string, password: string): Promise<Visitor> {
    const visitor = new Visitor(url, origin, name);
    const response = await visitor.send('POST', '/sessies', { naam: name, wachtwoord: password });
    if (response.status !== 201) throw new Error(`${name} cannot sign in: ${response.status} ${await response.text()}`);
    visitor.cookie = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]).join('; ');
    return visitor;
  }

  /** @param version what the person saw, for a write that must not be stale */
  async ask<Body>(method: string, path: string, body?: unknown, version?: number): Promise<Answer<Body>> {
    const response = await this.send(method, path, body, version);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }

  /** Does something that must succeed. */
  async act<Body>(method: string, path: string, body?: unknown, version?: number): Promise<Body> {
    const answer = await this.ask<Body>(method, path, body, version);
    if (answer.status >= 300) throw new Error(`${this.name}: ${method} ${path} is answered with ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  get<Body>(path: string): Promise<Body> {
    return this.act('GET', path);
  }

  private send(method: string, path: string, body?: unknown, version?: number): Promise<Response> {
    const form = body instanceof FormData;
    return fetch(`${this.url}/v1${path}`, {
      method,
      headers: {
        origin: this.origin,
        cookie: this.cookie,
        ...(body !== undefined && !form && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: body === undefined ? null : form ? body : JSON.stringify(body),
    });
  }
}
