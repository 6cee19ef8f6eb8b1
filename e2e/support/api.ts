import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { eventually } from '@gids/testing';
import type { Installation, RunJson } from './installation.js';

/** What the API says of an imported organisation, as far as these tests look at it. */
export interface RecordJson {
  readonly id: string;
  readonly bronId: string;
  readonly gidsId: number | null;
  readonly naam: string;
  readonly importstatus: string;
  readonly publicatieactie: string;
  readonly zichtbaar: boolean;
  readonly waarom: string;
  readonly nietMeerInBron: boolean;
  readonly gekoppeldeGidsOrganisatieId: number | null;
  readonly statustoelichting: string;
  readonly versie: number;
  readonly dubbelen: readonly { readonly gidsId: number; readonly telt: boolean; readonly zichtbaar: boolean }[];
  readonly organisatie: { readonly naam: string; readonly telefoon: string | null; readonly bezoekadres: object | null } | null;
}

/** A managed organisation as the API tells it. */
export interface OrganisationJson {
  readonly gidsId: number;
  readonly zichtbaar: boolean;
  readonly versie: number;
}

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The HTTP API of an installation, as an administrator with a machine token uses it. */
export class Api {
  constructor(private readonly installation: Pick<Installation, 'url' | 'tokenFile'>) {}

  get<Body>(path: string): Promise<Body> {
    return this.ask('GET', path).then(({ body }) => body as Body);
  }

  /** @param version what the person saw, for a write that must not be stale */
  async ask(method: string, path: string, body?: unknown, version?: number): Promise<Answer<unknown>> {
    const token = (await readFile(this.installation.tokenFile, 'utf8')).trim();
    const response = await fetch(`${this.installation.url}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** Does something that must succeed. */
  async act<Body>(method: string, path: string, body?: unknown, version?: number): Promise<Body> {
    const answer = await this.ask(method, path, body, version);
    if (answer.status >= 300) throw new Error(`${method} ${path} answers ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  /** Imports the text of a file and waits for the end of the run. */
  async importText(source: string, text: string, fileName = 'bestand.csv'): Promise<RunJson> {
    const form = new FormData();
    form.set('bronId', source);
    form.set('bestand', new Blob([text], { type: 'text/csv' }), basename(fileName));
    const token = (await readFile(this.installation.tokenFile, 'utf8')).trim();
    const response = await fetch(`${this.installation.url}/v1/importruns`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
    if (response.status !== 201) throw new Error(`The upload is answered with ${response.status}: ${await response.text()}`);
    const { id } = (await response.json()) as RunJson;
    return this.finishedRun(id);
  }

  finishedRun(id: string): Promise<RunJson> {
    const busy = ['bezig', 'gepland'];
    return eventually(() => this.get<RunJson>(`/importruns/${id}`), { within: 120_000, until: ({ status }) => !busy.includes(status) });
  }

  async record(source: string, bronId: string): Promise<RecordJson> {
    const { _embedded } = await this.get<{ _embedded: { item: RecordJson[] } }>(`/organisatieimporten?bron=${source}&bronId=${encodeURIComponent(bronId)}`);
    const [found] = _embedded.item;
    if (!found) throw new Error(`There is no record ${bronId} of ${source}`);
    return this.get<RecordJson>(`/organisatieimporten/${found.id}`);
  }

  /** Waits until a record is what it should become, and gives it. */
  async becomes(source: string, bronId: string, expected: Partial<RecordJson>): Promise<RecordJson> {
    const matches = (record: RecordJson) => Object.entries(expected).every(([name, value]) => record[name as keyof RecordJson] === value);
    return eventually(() => this.record(source, bronId), { within: 30_000, until: matches });
  }

  /** Whether the public sees an organisation, without any right. */
  async isPublic(gidsId: number | null): Promise<boolean> {
    return (await fetch(`${this.installation.url}/v1/organisaties/${gidsId}`)).status === 200;
  }
}
