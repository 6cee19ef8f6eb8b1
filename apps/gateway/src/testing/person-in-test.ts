import { v7 as uuidv7 } from 'uuid';
import { Sessions } from '../sign-in/sessions.js';
import { publicUrl, type GatewayInTest } from './gateway-in-test.js';

export interface PersonOptions {
  readonly systemAdministrator?: boolean;
  /** Imports of which the person has the importrecht. */
  readonly importRights?: readonly string[];
}

/** A person who is signed in and asks from our own pages, as a browser does. */
export class PersonInTest {
  private constructor(
    private readonly gateway: GatewayInTest,
    readonly name: string,
    readonly id: string,
    private cookie: string,
  ) {}

  /** Makes an account and signs it in. */
  static async signIn(gateway: GatewayInTest, name: string, { systemAdministrator = false, importRights = [] }: PersonOptions = {}): Promise<PersonInTest> {
    const id = uuidv7();
    await gateway.query('INSERT INTO account (id, name, system_administrator) VALUES ($1, $2, $3)', [id, name, systemAdministrator]);
    for (const importId of importRights) {
      await gateway.query("INSERT INTO import_right (account_id, import_id, granted_by, granted_at) VALUES ($1, $2, 'test', now())", [id, importId]);
    }
    const person = new PersonInTest(gateway, name, id, '');
    await person.signInAgain();
    return person;
  }

  /** Opens another session, which is used from now on. */
  async signInAgain(): Promise<void> {
    this.cookie = `gids=${await this.gateway.application.get(Sessions).open({ id: this.id })}`;
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return this.gateway.askAsStranger(path, { ...init, headers: { cookie: this.cookie, origin: publicUrl, ...init.headers } });
  }

  /** Sends JSON; `version` is the one that was seen. */
  sendJson(method: string, path: string, body: unknown, version?: number): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...(version !== undefined && { 'if-match': `"${version}"` }) };
    return this.ask(path, { method, body: JSON.stringify(body), headers });
  }
}
