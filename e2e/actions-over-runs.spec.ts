import { Api, type OrganisationJson, type RecordJson } from './support/api.js';
import { Distributed } from './support/distributed.js';
import type { Installation } from './support/installation.js';
import { schoolFile, type SchoolRow } from './support/school-file.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';

const source = 'duo-po';
/** One school per publication action. */
const schools = {
  zichtbaarNaSucces: { code: '90AA00', name: 'Basisschool De Eerste', houseNumber: 1 },
  zichtbaarNegeerDubbelen: { code: '90AB00', name: 'Basisschool De Tweede', houseNumber: 2 },
  nietZichtbaar: { code: '90AC00', name: 'Basisschool De Derde', houseNumber: 3 },
} satisfies Record<string, SchoolRow>;
type Action = keyof typeof schools;
const actions = Object.keys(schools) as Action[];

/** What a step leads to, per action. */
type Expected = Record<Action, Partial<RecordJson>>;

/** Table 5.3 from its first line to its last, on one installation; each step goes on from the one before. */
class Walk {
  readonly managed = new Map<Action, OrganisationJson>();

  constructor(private readonly api: Api) {}

  async import(change: (row: SchoolRow) => SchoolRow | undefined = (row) => row): Promise<void> {
    const rows = actions.flatMap((action) => change(schools[action]) ?? []);
    const run = await this.api.importText(source, schoolFile(rows));
    expect([run.status, run.probleem]).toEqual(['voltooid', null]);
  }

  async chooseActions(): Promise<void> {
    for (const action of actions.slice(1)) {
      const { id, versie } = await this.record(action);
      await this.api.act('PATCH', `/organisatieimporten/${id}`, { publicatieactie: action }, versie);
    }
  }

  /** An editor enters the same school himself. */
  async enter(action: Action): Promise<void> {
    const { name, houseNumber } = schools[action];
    const bezoekadres = { straatnaam: 'Proefstraat', huisnummer: houseNumber, postcode: '9311AB', woonplaats: 'Nietap' };
    const organisatie = { naam: name, soort: 'basisschool', bezoekadres };
    const entered = await this.api.act<OrganisationJson>('POST', '/gids-organisaties', { organisatie, zichtbaar: true, contract: { accountmanager: 'beheerder' } });
    this.managed.set(action, entered);
  }

  async show(visible: boolean): Promise<void> {
    for (const [action, { gidsId, versie }] of this.managed) {
      this.managed.set(action, await this.api.act<OrganisationJson>('PUT', `/gids-organisaties/${gidsId}/zichtbaarheid`, { zichtbaar: visible }, versie));
    }
  }

  async remove(): Promise<void> {
    for (const { gidsId, versie } of this.managed.values()) await this.api.act('DELETE', `/gids-organisaties/${gidsId}`, undefined, versie);
  }

  async link(action: Action): Promise<void> {
    const { id, versie } = await this.record(action);
    await this.api.act('PUT', `/organisatieimporten/${id}/koppeling`, { gidsOrganisatieId: this.managed.get(action)?.gidsId }, versie);
  }

  /** Every record is what its action makes of it, and the public sees exactly what the record says. */
  async leadsTo(expected: Expected): Promise<void> {
    for (const action of actions) {
      const record = await this.api.becomes(source, schools[action].code, { publicatieactie: action, ...expected[action] });
      expect([action, await this.api.isPublic(record.gidsId)]).toEqual([action, record.zichtbaar]);
    }
  }

  record(action: Action): Promise<RecordJson> {
    return this.api.record(source, schools[action].code);
  }
}

const all = (expected: Partial<RecordJson>): Expected => ({ zichtbaarNaSucces: expected, zichtbaarNegeerDubbelen: expected, nietZichtbaar: expected });
const hidden = { zichtbaar: false };

async function walkTable(api: Api): Promise<void> {
  const walk = new Walk(api);
  await walk.import();
  await walk.chooseActions();
  const [first, second, third] = await Promise.all(actions.map((action) => walk.record(action)));
  await walk.leadsTo({ zichtbaarNaSucces: { zichtbaar: true, importstatus: 'succes' }, zichtbaarNegeerDubbelen: { zichtbaar: true, importstatus: 'succes' }, nietZichtbaar: { ...hidden, importstatus: 'succes' } });

  // 2: M appears, without a run; 3: a run changes nothing of it.
  for (const action of actions) await walk.enter(action);
  const withDuplicate: Expected = { ...all({ importstatus: 'dubbelenGevonden', ...hidden }), zichtbaarNegeerDubbelen: { importstatus: 'dubbelenGevonden', zichtbaar: true } };
  await walk.leadsTo(withDuplicate);
  await walk.import();
  await walk.leadsTo(withDuplicate);
  await walk.link('nietZichtbaar');
  const linked: Expected = { ...withDuplicate, nietZichtbaar: { importstatus: 'succes', ...hidden } };
  await walk.leadsTo(linked);

  // 4: the source changes; 5: it gives an error.
  await walk.import((row) => ({ ...row, phone: '0592999999' }));
  await walk.leadsTo(linked);
  expect((await Promise.all(actions.map((action) => walk.record(action)))).map(({ organisatie }) => organisatie?.telefoon)).toEqual(['0592999999', '0592999999', '0592999999']);
  await walk.import((row) => ({ ...row, postcode: 'ONZIN' }));
  for (const action of actions) expect((await walk.record(action)).importstatus).toMatch(/^(conversie|validatie)fouten$/);
  await walk.leadsTo(all(hidden));

  // 6: the error is solved and M hidden; 7: M is visible again; 8: M is deleted.
  await walk.import();
  await walk.show(false);
  const alone: Expected = { ...all({ importstatus: 'succes', zichtbaar: true }), nietZichtbaar: { importstatus: 'succes', ...hidden } };
  await walk.leadsTo(alone);
  await walk.show(true);
  await walk.leadsTo(linked);
  await walk.remove();
  await walk.leadsTo({ ...alone, nietZichtbaar: { ...alone.nietZichtbaar, gekoppeldeGidsOrganisatieId: null } });

  // 9: gone from the source; 10: still gone; 11: back, with the same G!DS-ID and the action that was chosen.
  await walk.import(() => undefined);
  await walk.leadsTo(all({ ...hidden, nietMeerInBron: true }));
  await walk.import(() => undefined);
  for (const action of actions) expect((await walk.record(action)).organisatie).toBeNull();
  await walk.import();
  await walk.leadsTo(alone);
  expect((await Promise.all(actions.map((action) => walk.record(action)))).map(({ gidsId }) => gidsId)).toEqual([first?.gidsId, second?.gidsId, third?.gidsId]);
}

describe('table 5.3: three publication actions over eleven steps', () => {
  const walked = async (installation: Installation) => {
    try {
      await walkTable(new Api(installation));
    } finally {
      await installation.stop();
    }
  };

  it('R31 R32 R33 R34 R35 R36 R37 R38 R39 R96 A4 A22 A31 on the embedded defaults', async () => {
    const data = await temporaryFolder();
    await walked(await Standalone.start(data.path));
    await data.remove();
  });

  it('R31 R32 R33 R34 R35 R36 R37 R38 R39 R96 A4 A22 A31 on RabbitMQ, one process per service', async () => {
    await walked(await Distributed.start());
  });
});
