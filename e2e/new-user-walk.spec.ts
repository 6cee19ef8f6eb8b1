import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@gids/testing';
import type { OrganisationJson, RecordJson } from './support/api.js';
import type { RunJson } from './support/installation.js';
import { schoolFile } from './support/school-file.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';
import { Visitor } from './support/visitor.js';

const school = { code: '92AA00', name: 'Basisschool De Regenboog', houseNumber: 14 };
const before = '0592035942';
const after = '0592999999';

/** What a new user does in his first hour, with nothing but HTTP. */
describe('the walk of a new user', () => {
  let data: Awaited<ReturnType<typeof temporaryFolder>>;
  let standalone: Standalone;
  let origin: string;
  beforeAll(async () => {
    data = await temporaryFolder();
    standalone = await Standalone.start(data.path);
    origin = standalone.url.replace('127.0.0.1', 'localhost');
  });
  afterAll(async () => {
    await standalone.stop();
    await data.remove();
  });

  const signIn = (name: string, password: string) => Visitor.signIn(standalone.url, origin, name, password);

  /** Makes an account and signs in for the first time, which asks for a password of one's own. */
  async function welcome(administrator: Visitor, name: string): Promise<Visitor> {
    const made = await administrator.act<{ eenmaligWachtwoord: string }>('POST', '/accounts', { naam: name, email: `${name}@voorbeeld.nl` });
    const person = await signIn(name, made.eenmaligWachtwoord);
    expect(await person.ask('GET', '/organisatieimporten')).toMatchObject({ status: 403, body: { code: 'wachtwoordWijzigen' } });
    const own = 'drie fietsen langs de dijk';
    await person.act('PUT', '/sessies/huidig/wachtwoord', { huidigWachtwoord: made.eenmaligWachtwoord, nieuwWachtwoord: own });
    return signIn(name, own);
  }

  async function importSchools(manager: Visitor, phone: string): Promise<RunJson> {
    const form = new FormData();
    form.set('bronId', 'duo-po');
    form.set('bestand', new Blob([schoolFile([{ ...school, phone }])], { type: 'text/csv' }), 'scholen.csv');
    const { id } = await manager.act<RunJson>('POST', '/importruns', form);
    const run = await eventually(() => manager.get<RunJson>(`/importruns/${id}`), { within: 60_000, until: ({ status }) => status === 'voltooid' });
    return run;
  }

  async function recordOf(manager: Visitor): Promise<RecordJson> {
    const { _embedded } = await manager.get<{ _embedded: { item: RecordJson[] } }>(`/organisatieimporten?bronId=${school.code}`);
    return manager.get<RecordJson>(`/organisatieimporten/${_embedded.item[0]?.id}`);
  }

  /** The mail to a person that lies in the mailbox, as text. */
  async function mailTo(name: string): Promise<string[]> {
    const folder = join(data.path, 'post');
    const files = await readdir(folder).catch(() => []);
    const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    return mails.filter((mail) => mail.includes(`${name}@voorbeeld.nl`));
  }

  it('R57 R74 R75 R78 R79 signs in, grants, imports, judges, links, imports again; and the editor reads what changed', async () => {
    const [, password = ''] = /wachtwoord: (\S+)/.exec(standalone.output) ?? [];
    const administrator = await signIn('beheerder', password);
    const manager = await welcome(administrator, 'k.smit');
    expect((await manager.ask('GET', '/organisatieimporten')).status).toBe(403);
    await administrator.act('POST', '/importrechten', { account: 'k.smit', import: 'duo' });
    expect((await manager.ask('GET', '/organisatieimporten')).status).toBe(200);
    expect((await manager.ask('POST', '/importrechten', { account: 'k.smit', import: 'lrk' })).status).toBe(403);

    expect((await importSchools(manager, before)).aantallen).toMatchObject({ gelezen: 301, toegevoegd: 301 });
    await welcome(administrator, 'j.bakker');
    const bezoekadres = { straatnaam: 'Proefstraat', huisnummer: school.houseNumber, postcode: '9311AB', woonplaats: 'Nietap' };
    const managed = await administrator.act<OrganisationJson>('POST', '/gids-organisaties', {
      organisatie: { naam: school.name, soort: 'basisschool', bezoekadres, telefoon: before },
      zichtbaar: true,
      contract: { accountmanager: 'beheerder' },
    });
    await administrator.act('PUT', `/gids-organisaties/${managed.gidsId}/rollen/redacteur/j.bakker`);

    const duplicate = await eventually(() => recordOf(manager), { within: 10_000, until: ({ importstatus }) => importstatus === 'dubbelenGevonden' });
    expect(duplicate).toMatchObject({ zichtbaar: false, dubbelen: [{ gidsId: managed.gidsId, telt: true }] });
    const decided = await manager.act<RecordJson>('PATCH', `/organisatieimporten/${duplicate.id}`, { publicatieactie: 'nietZichtbaar' }, duplicate.versie);
    await manager.act('PUT', `/organisatieimporten/${duplicate.id}/koppeling`, { gidsOrganisatieId: managed.gidsId }, decided.versie);

    expect((await importSchools(manager, after)).aantallen).toMatchObject({ gewijzigd: 1 });
    const [mail = ''] = await eventually(() => mailTo('j.bakker'), { within: 60_000, until: ({ length }) => length > 0 });
    for (const words of [school.name, before, after]) expect(readable(mail)).toContain(words);
    expect((await importSchools(manager, after)).aantallen).toMatchObject({ gewijzigd: 0 });
    expect(await mailTo('j.bakker')).toHaveLength(1);
  });
});

/** A mail with its soft line breaks taken out. */
function readable(mail: string): string {
  return mail.replace(/=\r?\n/g, '');
}
