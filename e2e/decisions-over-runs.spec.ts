import { Api, type OrganisationJson, type RecordJson } from './support/api.js';
import { Distributed } from './support/distributed.js';
import type { Installation } from './support/installation.js';
import { schoolFile, type SchoolRow } from './support/school-file.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';

const source = 'duo-po';
const manager = 'beheerder';
/** A school per scenario, so that one does not stand in the way of another. */
const schools = {
  linked: { code: '91AA00', name: 'Basisschool De Koppeling', houseNumber: 1 },
  transferred: { code: '91AB00', name: 'Basisschool De Overdracht', houseNumber: 2 },
  judged: { code: '91AD00', name: 'Basisschool Het Oordeel', houseNumber: 4 },
  erased: { code: '91AE00', name: 'Basisschool De Wissing', houseNumber: 5 },
} satisfies Record<string, SchoolRow>;
type School = keyof typeof schools;

/** Scenarios of decisions that must last over later runs, on one installation. */
class Scenarios {
  constructor(private readonly api: Api) {}

  async import(change: (row: SchoolRow) => SchoolRow | undefined = (row) => row, others?: number) {
    const rows = Object.values(schools).flatMap((row) => change(row) ?? []);
    return this.api.importText(source, schoolFile(rows, others));
  }

  /** Another phone number at the source, for one school only. */
  importPhone(school: School, phone: string) {
    return this.import((row) => (row.code === schools[school].code ? { ...row, phone } : row));
  }

  record(school: School): Promise<RecordJson> {
    return this.api.record(source, schools[school].code);
  }

  becomes(school: School, expected: Partial<RecordJson>): Promise<RecordJson> {
    return this.api.becomes(source, schools[school].code, expected);
  }

  /** An editor enters the same school himself; it has no parent. */
  enter(school: School): Promise<OrganisationJson> {
    const { name, houseNumber } = schools[school];
    const bezoekadres = { straatnaam: 'Proefstraat', huisnummer: houseNumber, postcode: '9311AB', woonplaats: 'Nietap' };
    return this.api.act('POST', '/gids-organisaties', { organisatie: { naam: name, soort: 'basisschool', bezoekadres }, zichtbaar: true, contract: { accountmanager: manager } });
  }

  /** A library under which the account manager, and the command line that asks here, may put organisations. */
  async parent(): Promise<number> {
    const bezoekadres = { straatnaam: 'Kerkstraat', huisnummer: 9, postcode: '9401AA', woonplaats: 'Assen' };
    const organisatie = { naam: 'Bibliotheek Assen', soort: 'bibliotheek', bezoekadres };
    const { gidsId } = await this.api.act<OrganisationJson>('POST', '/gids-organisaties', { organisatie, zichtbaar: true, contract: { accountmanager: manager } });
    for (const account of [manager, 'opdrachtregel']) await this.api.act('PUT', `/gids-organisaties/${gidsId}/rollen/accountmanager/${account}`);
    return gidsId;
  }

  async refusal(method: string, path: string, body: unknown, version?: number): Promise<[number, string]> {
    const answer = await this.api.ask(method, path, body, version);
    return [answer.status, (answer.body as { code: string }).code];
  }
}

const forms: readonly [string, () => Promise<Installation>, () => Promise<void>][] = (() => {
  let data: Awaited<ReturnType<typeof temporaryFolder>>;
  return [
    ['on the embedded defaults', async () => Standalone.start((data = await temporaryFolder()).path), () => data.remove()],
    ['on RabbitMQ, one process per service', () => Distributed.start(), async () => undefined],
  ];
})();

describe.each(forms)('decisions of people last over later runs, %s', (_, start, cleanUp) => {
  let installation: Installation;
  let api: Api;
  let scenarios: Scenarios;

  beforeAll(async () => {
    installation = await start();
    api = new Api(installation);
    scenarios = new Scenarios(api);
    expect((await scenarios.import()).status).toBe('voltooid');
  });
  afterAll(async () => {
    await installation.stop();
    await cleanUp();
  });

  it('R54 R55 R56 A18 a link needs action 3, keeps it, and takes nothing over', async () => {
    const target = await scenarios.enter('linked');
    const found = await scenarios.becomes('linked', { importstatus: 'dubbelenGevonden', zichtbaar: false });
    const link = `/organisatieimporten/${found.id}/koppeling`;
    expect(await scenarios.refusal('PUT', link, { gidsOrganisatieId: target.gidsId }, found.versie)).toEqual([409, 'wrongAction']);
    const { versie } = await api.act<RecordJson>('PATCH', `/organisatieimporten/${found.id}`, { publicatieactie: 'nietZichtbaar' }, found.versie);
    const linked = await api.act<RecordJson>('PUT', link, { gidsOrganisatieId: target.gidsId }, versie);
    expect(await scenarios.refusal('PATCH', `/organisatieimporten/${found.id}`, { publicatieactie: 'zichtbaarNaSucces' }, linked.versie)).toEqual([409, 'linked']);
    await scenarios.importPhone('linked', '0592111111');
    expect(await scenarios.record('linked')).toMatchObject({ gekoppeldeGidsOrganisatieId: target.gidsId, publicatieactie: 'nietZichtbaar', importstatus: 'succes', zichtbaar: false });
    expect((await api.get<{ organisatie: { telefoon: string | null } }>(`/gids-organisaties/${target.gidsId}`)).organisatie.telefoon).toBeNull();
  });

  it('R62 R63 R10 a transfer makes a copy, hides the imported one, and no later run undoes it', async () => {
    const before = await scenarios.becomes('transferred', { zichtbaar: true });
    const order = { bovenliggendeOrganisatieId: await scenarios.parent(), accountmanager: manager, koppelen: true };
    const { kopie } = await api.act<{ kopie: OrganisationJson }>('POST', `/organisatieimporten/${before.id}/overdrachten`, order, before.versie);
    const expected = { publicatieactie: 'nietZichtbaar', zichtbaar: false, gekoppeldeGidsOrganisatieId: kopie.gidsId, gidsId: before.gidsId };
    expect(await scenarios.record('transferred')).toMatchObject(expected);
    await scenarios.importPhone('transferred', '0592222222');
    expect(await scenarios.record('transferred')).toMatchObject(expected);
    expect([await api.isPublic(kopie.gidsId), await api.isPublic(before.gidsId)]).toEqual([true, false]);
  });

  it('R46 A9 what a person judged no duplicate stays judged, until what was compared changes', async () => {
    const managed = await scenarios.enter('judged');
    const found = await scenarios.becomes('judged', { importstatus: 'dubbelenGevonden' });
    await api.act('POST', `/organisatieimporten/${found.id}/beoordelingen`, { kandidaatId: managed.gidsId, oordeel: 'geenDubbele' });
    await scenarios.becomes('judged', { importstatus: 'succes', zichtbaar: true });
    await scenarios.import();
    expect(await scenarios.record('judged')).toMatchObject({ importstatus: 'succes', zichtbaar: true });
    await scenarios.importPhone('judged', '0592333333');
    await scenarios.becomes('judged', { importstatus: 'dubbelenGevonden', zichtbaar: false });
  });

  it('N37 who was erased stays erased, whatever later files say', async () => {
    const { id, versie } = await scenarios.record('erased');
    await api.act('POST', `/organisatieimporten/${id}/afscherming`, { reden: 'Op verzoek van de betrokkene' }, versie);
    await scenarios.importPhone('erased', '0592444444');
    expect(await scenarios.becomes('erased', { zichtbaar: false })).toMatchObject({ organisatie: null });
  });

  it('R8 a file that loses too much is held and changes nothing, until a person decides', async () => {
    const broken = () => scenarios.import((row) => row, 100);
    const held = await broken();
    expect(held.status).toBe('wachtOpAkkoord');
    const filler = () => api.record(source, '80LA00');
    expect(await filler()).toMatchObject({ nietMeerInBron: false, zichtbaar: true });
    await api.act('POST', `/importruns/${held.id}/besluiten`, { besluit: 'weigeren', reden: 'De helft ontbreekt' });
    expect((await api.finishedRun(held.id)).status).toBe('geweigerd');
    expect(await filler()).toMatchObject({ nietMeerInBron: false, zichtbaar: true });
    const again = await broken();
    await api.act('POST', `/importruns/${again.id}/besluiten`, { besluit: 'toestaan', reden: 'Fusie van scholen' });
    expect((await api.finishedRun(again.id)).status).toBe('voltooid');
    expect(await filler()).toMatchObject({ nietMeerInBron: true, zichtbaar: false });
  });
});
