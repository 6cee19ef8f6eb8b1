import {
  ChangePublicationAction,
  LinkOrganisation,
  SaveImportNote,
  ShowImportRecord,
  SuppressRecord,
  TakeOverProducts,
  TransferManagement,
} from '@gids/contracts';
import { directoryOrganisationExample } from '../api/directory-examples.js';
import { recordDetailExample } from '../api/examples.js';
import { importRecordDetailSchema } from '../api/import-record.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/organisatieimporten/1042';
const by = 'opdrachtregel';

describe('decisions on an import record over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    const changed = ({ version }: { version: number }) => ({ ...recordDetailExample, version: version + 1 });
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ShowImportRecord, () => ({ ...recordDetailExample, linkedOrganisationId: 102_938 }))
      .replies(ChangePublicationAction, (order) => ({ ...changed(order), publicationAction: order.publicationAction }))
      .replies(SaveImportNote, (order) => ({ ...changed(order), note: order.note || undefined }))
      .replies(LinkOrganisation, (order) => ({ ...changed(order), linkedOrganisationId: order.gidsId }))
      .replies(TakeOverProducts, changed)
      .replies(SuppressRecord, (order) => ({ ...changed(order), suppressed: true }))
      .replies(TransferManagement, (order) => ({ copy: directoryOrganisationExample, record: changed(order), postponed: false }));
  });

  /** What the publisher was asked to do; the audit log reads the record before. */
  const orders = () => publisher.asked.filter(({ name }) => name !== ShowImportRecord.name).map(({ name, payload }) => ({ name, payload }));

  describe('publication action and note', () => {
    it('R52 R89 the action changes at once, in the name of who asks', async () => {
      const response = await gateway.write('PATCH', path, 3, { publicatieactie: 'nietZichtbaar' });
      expect(importRecordDetailSchema.parse(await response.json())).toMatchObject({ publicatieactie: 'nietZichtbaar', versie: 4 });
      expect(response.headers.get('etag')).toBe('"4"');
      expect(orders()).toEqual([
        { name: 'ChangePublicationAction', payload: { id: 1_042, version: 3, publicationAction: 'DO_NOT_SHOW', unlink: false, by } },
      ]);
    });

    it('R21 R91 the note is saved, over as many lines as wanted', async () => {
      const importToelichting = 'Gebeld met de school.\nNiet tonen: verhuist.';
      const response = await gateway.write('PATCH', path, 3, { importToelichting });
      expect(await response.json()).toMatchObject({ importToelichting, versie: 4 });
      expect(orders()).toEqual([{ name: 'SaveImportNote', payload: { id: 1_042, version: 3, note: importToelichting, by } }]);
    });

    it.each([null, ''])('R21 the note is taken away with %j', async (importToelichting) => {
      const response = await gateway.write('PATCH', path, 3, { importToelichting });
      expect(await response.json()).toMatchObject({ importToelichting: null });
      expect(publisher.payloadsOf(SaveImportNote)).toMatchObject([{ note: '' }]);
    });

    it('both at once are applied one after the other, the note on the version that the action made', async () => {
      const response = await gateway.write('PATCH', path, 3, { importToelichting: 'Zie e-mail.', publicatieactie: 'zichtbaarNegeerDubbelen' });
      expect(await response.json()).toMatchObject({ importToelichting: 'Zie e-mail.', versie: 5 });
      expect(orders()).toEqual([
        { name: 'ChangePublicationAction', payload: { id: 1_042, version: 3, publicationAction: 'SHOW_IGNORE_DUPLICATES', unlink: false, by } },
        { name: 'SaveImportNote', payload: { id: 1_042, version: 4, note: 'Zie e-mail.', by } },
      ]);
    });

    it('A18 R54 a linked record keeps its action unless it is unlinked in the same act', async () => {
      const linked = { kind: 'conflict', code: 'linked', message: 'Deze organisatie is gekoppeld aan G!DS 102938. Ontkoppel haar eerst.' } as const;
      publisher.refuses(ChangePublicationAction, linked);
      const refused = await gateway.write('PATCH', path, 3, { publicatieactie: 'zichtbaarNaSucces', importToelichting: 'Weg ermee.' });
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ code: 'linked', detail: linked.message });
      expect(publisher.payloadsOf(SaveImportNote)).toEqual([]);
      await gateway.write('PATCH', path, 3, { publicatieactie: 'zichtbaarNaSucces', ontkoppelen: true });
      expect(publisher.payloadsOf(ChangePublicationAction).at(-1)).toMatchObject({ publicationAction: 'SHOW_ON_SUCCESS', unlink: true });
    });

    it.each([
      ['nothing to change', {}, ['']],
      ['R12 another field', { naam: 'De Vlinder', zichtbaar: true }, ['', 'naam', 'zichtbaar']],
      ['R12 another field beside one that may', { importToelichting: 'a', importstatus: 'succes' }, ['importstatus']],
      ['R29 an unknown action', { publicatieactie: 'altijd' }, ['publicatieactie']],
      ['R29 no action', { publicatieactie: null }, ['publicatieactie']],
      ['too long a note', { importToelichting: 'x'.repeat(4_001) }, ['importToelichting']],
      ['a control character in a note', { importToelichting: 'a\u0007' }, ['importToelichting']],
      ['unlinking alone', { importToelichting: 'a', ontkoppelen: true }, ['ontkoppelen']],
      ['several at once', { publicatieactie: 'x', importToelichting: 5, ontkoppelen: 'ja', versie: 3 }, ['importToelichting', 'ontkoppelen', 'publicatieactie', 'versie']],
    ])('N5 answer 400 to %s', async (_what, body, fields) => {
      const response = await gateway.write('PATCH', path, 3, body);
      expect(response.status).toBe(400);
      const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
      expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
      expect(publisher.asked).toEqual([]);
    });
  });

  describe('link', () => {
    it('R54 R90 is laid', async () => {
      const response = await gateway.write('PUT', `${path}/koppeling`, 3, { gidsOrganisatieId: 102_938 });
      expect(await response.json()).toMatchObject({ gekoppeldeGidsOrganisatieId: 102_938, versie: 4 });
      expect(publisher.payloadsOf(LinkOrganisation)).toEqual([{ id: 1_042, version: 3, gidsId: 102_938, by }]);
    });

    it('R90 is ended', async () => {
      const response = await gateway.write('DELETE', `${path}/koppeling`, 3);
      expect(await response.json()).toMatchObject({ gekoppeldeGidsOrganisatieId: null, versie: 4 });
      expect(publisher.payloadsOf(LinkOrganisation)).toEqual([{ id: 1_042, version: 3, by }]);
    });

    it('is shown where there is one', async () => {
      const response = await gateway.ask(`${path}/koppeling`);
      expect(response.headers.get('etag')).toBe('"3"');
      expect(await response.json()).toEqual({
        gidsOrganisatieId: 102_938,
        versie: 3,
        _links: {
          self: { href: `${publicUrl}${path}/koppeling` },
          organisatieimport: { href: `${publicUrl}${path}` },
          gidsOrganisatie: { href: `${publicUrl}/v1/gids-organisaties/102938` },
        },
      });
      publisher.replies(ShowImportRecord, () => recordDetailExample);
      expect((await gateway.ask(`${path}/koppeling`)).status).toBe(404);
    });

    it('R54 is refused on another action than "niet zichtbaar", as the publisher says', async () => {
      publisher.refuses(LinkOrganisation, { kind: 'conflict', code: 'actionForbidsLink', message: 'Zet de publicatieactie eerst op NIET zichtbaar.' });
      const response = await gateway.write('PUT', `${path}/koppeling`, 3, { gidsOrganisatieId: 102_938 });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'actionForbidsLink' });
    });

    it.each([[{}], [{ gidsOrganisatieId: null }], [{ gidsOrganisatieId: '102938' }], [{ gidsOrganisatieId: 0 }], [{ gidsOrganisatieId: 1.5 }]])('N5 answers 400 to %j', async (body) => {
      const response = await gateway.write('PUT', `${path}/koppeling`, 3, body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ fouten: [{ veld: 'gidsOrganisatieId' }] });
      expect(publisher.asked).toEqual([]);
    });
  });

  describe('products of a linked record', () => {
    it.each([
      [{ wijze: 'alle' }, { mode: 'ALL', productGidsIds: [] }],
      [{ wijze: 'selectie', productGidsIds: [102_950] }, { mode: 'SELECTION', productGidsIds: [102_950] }],
      [{ wijze: 'geen' }, { mode: 'NONE', productGidsIds: [] }],
    ])('R59 R73 are taken over: %j', async (body, order) => {
      expect((await gateway.write('PUT', `${path}/productovername`, 3, body)).status).toBe(200);
      expect(publisher.payloadsOf(TakeOverProducts)).toEqual([{ id: 1_042, version: 3, ...order, by }]);
    });

    it.each([
      [{}, 'wijze'],
      [{ wijze: 'alles' }, 'wijze'],
      [{ wijze: 'selectie' }, 'productGidsIds'],
      [{ wijze: 'alle', productGidsIds: [1] }, 'productGidsIds'],
      [{ wijze: 'selectie', productGidsIds: [0] }, 'productGidsIds/0'],
    ])('N5 answers 400 to %j', async (body, field) => {
      const response = await gateway.write('PUT', `${path}/productovername`, 3, body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ fouten: [{ veld: field }] });
      expect(publisher.asked).toEqual([]);
    });
  });

  describe('suppression', () => {
    it('N37 erases a record for good, with a reason', async () => {
      const response = await gateway.write('POST', `${path}/afscherming`, 3, { reden: ' Bezwaar van 3 november ' });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ afgeschermd: true });
      expect(publisher.payloadsOf(SuppressRecord)).toEqual([{ id: 1_042, version: 3, reason: 'Bezwaar van 3 november', by }]);
    });

    it.each([[{}], [{ reden: '  ' }], [{ reden: 'x'.repeat(1_001) }], [{ reden: null }]])('N37 is refused without a good reason: %j', async (body) => {
      expect((await gateway.write('POST', `${path}/afscherming`, 3, body)).status).toBe(400);
      expect(publisher.asked).toEqual([]);
    });
  });

  describe('transfer of management', () => {
    const body = { bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries', koppelen: true };

    it('R62 copies, hides and links as one act', async () => {
      const response = await gateway.write('POST', `${path}/overdrachten`, 3, body);
      expect(response.status).toBe(201);
      expect(response.headers.get('location')).toBe(`${publicUrl}/v1/gids-organisaties/102938`);
      expect(await response.json()).toMatchObject({ kopie: { gidsId: 102_938 }, organisatieimport: { id: '1042', versie: 4 }, uitgesteld: false });
      expect(publisher.payloadsOf(TransferManagement)).toEqual([{ id: 1_042, version: 3, parentGidsId: 100_009, accountManager: 'm.devries', link: true, by }]);
    });

    it('A35 tells that an invalid copy leaves the imported one visible', async () => {
      publisher.replies(TransferManagement, () => ({ copy: { ...directoryOrganisationExample, visible: false }, record: { ...recordDetailExample, visible: true }, postponed: true }));
      expect(await (await gateway.write('POST', `${path}/overdrachten`, 3, body)).json()).toMatchObject({
        kopie: { zichtbaar: false },
        organisatieimport: { zichtbaar: true },
        uitgesteld: true,
      });
    });

    it('N5 answers 400 to what is wrong, all together', async () => {
      const response = await gateway.write('POST', `${path}/overdrachten`, 3, { bovenliggendeOrganisatieId: 'x', accountmanager: 1, koppelen: 'ja', editor: 'E' });
      expect(response.status).toBe(400);
      const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
      expect(fouten.map(({ veld }) => veld).sort()).toEqual(['accountmanager', 'bovenliggendeOrganisatieId', 'editor', 'koppelen']);
    });
  });
});
