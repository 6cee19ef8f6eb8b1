import { eventually } from '@gids/testing';
import { Api, type OrganisationJson, type RecordJson } from './support/api.js';
import { importFile } from './support/installation.js';
import { hasRealData, realFile } from './support/paths.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';
import { variationOf, type SchoolFacts } from './support/variations.js';

interface Policy {
  readonly beleid: string;
  readonly gemarkeerd: Readonly<Record<string, number>>;
  readonly paren: Readonly<Record<string, number>>;
}
interface Entered {
  readonly bronId: string;
  readonly organisation: OrganisationJson;
}

const source = 'duo-po';
const entries = 200;
/** Every thirtieth school of the file. */
const step = 30;

/** What the screen shows before and after, per status, policy and class. */
const before = { succes: 6122, dubbelenGevonden: 0, zichtbaar: 6122, beleid: 'letterlijk', gemarkeerd: { letterlijk: 0, verfijnd: 0 } };
const after = {
  succes: 5870,
  dubbelenGevonden: 252,
  zichtbaar: 5870,
  gemarkeerd: { letterlijk: 252, verfijnd: entries },
  paren: { identiek: 137, waarschijnlijk: 63, mogelijk: 0, zelfdePand: 19 },
};

/** Each figure is asked for by itself: one read while records still change says nothing of the others. */
const settledAs =
  (wanted: typeof after) =>
  ({ succes, dubbelenGevonden, zichtbaar }: Pick<typeof after, 'succes' | 'dubbelenGevonden' | 'zichtbaar'>) =>
    succes === wanted.succes && dubbelenGevonden === wanted.dubbelenGevonden && zichtbaar === wanted.zichtbaar;

if (hasRealData) {
  describe('two hundred schools that editors entered themselves, in real variations of imported ones', () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let standalone: Standalone;
    let api: Api;

    beforeAll(async () => {
      folder = await temporaryFolder();
      standalone = await Standalone.start(folder.path);
      api = new Api(standalone);
      await importFile(standalone, source, realFile('duo-po-2026-08.csv'));
    });
    afterAll(async () => {
      await standalone.stop();
      await folder.remove();
    });

    const total = async (query: string) => (await api.get<{ totaal: number }>(`/organisatieimporten?bron=${source}&pageSize=1&count=true&${query}`)).totaal;
    const counts = async () => ({
      succes: await total('importstatus=succes'),
      dubbelenGevonden: await total('importstatus=dubbelenGevonden'),
      zichtbaar: await total('zichtbaar=true'),
      ...(({ beleid, gemarkeerd, paren }) => ({ beleid, gemarkeerd, paren }))(await api.get<Policy>('/imports/duo/dubbelbeleid')),
    });
    const hidden = async () => {
      const pages = await Promise.all([1, 2].map((page) => api.get<{ _embedded: { item: RecordJson[] } }>(`/organisatieimporten?bron=${source}&zichtbaar=false&pageSize=500&page=${page}`)));
      return new Set(pages.flatMap(({ _embedded }) => _embedded.item.map(({ bronId }) => bronId)));
    };

    const hide = ({ gidsId, versie }: OrganisationJson) => api.act<OrganisationJson>('PUT', `/gids-organisaties/${gidsId}/zichtbaarheid`, { zichtbaar: false }, versie);

    /** The visible organisations that keep each of these records hidden. */
    async function blockedBy(bronIds: ReadonlySet<string>): Promise<Map<string, number[]>> {
      const blocked = new Map<string, number[]>();
      for (const bronId of bronIds) {
        const { dubbelen } = await api.record(source, bronId);
        blocked.set(bronId, dubbelen.filter(({ telt, zichtbaar }) => telt && zichtbaar).map(({ gidsId }) => gidsId));
      }
      return blocked;
    }

    async function enterAll(): Promise<Entered[]> {
      const list = await Promise.all(
        Array.from({ length: Math.ceil((entries * step) / 500) }, (_, page) => api.get<{ _embedded: { item: RecordJson[] } }>(`/organisatieimporten?bron=${source}&sort=bronId&pageSize=500&page=${page + 1}`)),
      );
      const records = list.flatMap(({ _embedded }) => _embedded.item).filter((_, index) => index % step === 0).slice(0, entries);
      const entered: Entered[] = [];
      for (const [index, { id, bronId }] of records.entries()) entered.push({ bronId, organisation: await enter(id, index) });
      return entered;
    }

    async function enter(id: string, index: number): Promise<OrganisationJson> {
      const { organisatie } = await api.get<{ organisatie: SchoolFacts }>(`/organisatieimporten/${id}`);
      const { naam, telefoon, website, bezoekadres } = variationOf(index).vary(organisatie, index);
      const entry = { naam, soort: 'basisschool', telefoon, website, bezoekadres: bezoekadres && addressOf(bezoekadres) };
      return api.act<OrganisationJson>('POST', '/gids-organisaties', { organisatie: entry, zichtbaar: true, contract: { accountmanager: 'beheerder' } });
    }

    it('R37 R38 R39 R43 A5 hide their twins within seconds, whatever the variation; hiding fifty brings exactly those back', async () => {
      expect(await counts()).toEqual({ ...before, paren: expect.anything() as object });
      const entered = await enterAll();
      expect(await eventually(counts, { within: 60_000, until: settledAs(after) })).toMatchObject(after);
      const now = await hidden();
      expect(entered.filter(({ bronId }) => !now.has(bronId))).toEqual([]);

      const blocked = await blockedBy(await hidden());
      const gone = new Set<number>();
      for (const { organisation } of entered.filter((_, index) => index % 4 === 0)) gone.add((await hide(organisation)).gidsId);
      const free = [...blocked].filter(([, blocking]) => blocking.every((gidsId) => gone.has(gidsId))).map(([bronId]) => bronId);
      expect(free.length).toBeGreaterThanOrEqual(gone.size * 0.97);
      const shownAgain = async () => {
        const stillHidden = await hidden();
        return [...blocked.keys()].filter((bronId) => !stillHidden.has(bronId)).sort();
      };
      expect(await eventually(shownAgain, { within: 10_000, until: (seen) => seen.length >= free.length })).toEqual(free.sort());
    });
  });
}

function addressOf({ straatnaam, huisnummer, huisletter, huisnummertoevoeging, postcode, woonplaats }: NonNullable<SchoolFacts['bezoekadres']>) {
  return { straatnaam, huisnummer, huisletter, huisnummertoevoeging, postcode, woonplaats };
}
