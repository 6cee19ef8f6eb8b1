import type { ImportRecordDetail } from '../gateway/import-record.js';
import { exampleRecord } from '../testing/example-record.js';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const path = '/v1/organisatieimporten';
const own = `${path}/1042`;

describe('organisatie', () => {
  let standIn: StandInGateway;
  const organisatie = (...args: string[]) => runCommandLine(['organisatie', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });
  const answers = (method: string, address: string, changes: Partial<ImportRecordDetail>): void => {
    standIn.answers.set(`${method} ${address}`, (_request, response) => reply(response, 200, exampleRecord({ versie: 4, ...changes })));
  };

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
    standIn.answers.set(`GET ${path}`, (_request, response, { searchParams }) => reply(response, 200, page(searchParams.get('bronId') === '00AB00' ? [exampleRecord()] : [])));
    standIn.answers.set(`GET ${own}`, (_request, response) => reply(response, 200, exampleRecord()));
  });
  afterEach(() => standIn.stop());

  describe('publicatieactie', () => {
    it('R52 R89 changes the action on the version that it just read, and says what came of it', async () => {
      answers('PATCH', own, { publicatieactie: 'nietZichtbaar', waarom: 'Niet zichtbaar, omdat de publicatieactie dat zegt.' });
      expect(await organisatie('publicatieactie', '00AB00', 'niet-zichtbaar')).toEqual({
        code: 0,
        stdout: 'De Regenboog (00AB00): NIET zichtbaar maken na import.\nNiet zichtbaar, omdat de publicatieactie dat zegt.\n',
        stderr: '',
      });
      expect(standIn.written).toEqual([{ what: `PATCH ${own}`, seen: '"3"', body: { publicatieactie: 'nietZichtbaar' } }]);
    });

    it('A18 unlinks in the same act when asked to', async () => {
      answers('PATCH', own, { publicatieactie: 'zichtbaarNaSucces' });
      await organisatie('publicatieactie', '00AB00', 'zichtbaarNaSucces', '--ontkoppel');
      expect(standIn.written).toMatchObject([{ body: { publicatieactie: 'zichtbaarNaSucces', ontkoppelen: true } }]);
    });

    it.each([
      [409, 'Deze organisatie is gekoppeld aan G!DS 102938. Ontkoppel haar eerst.'],
      [412, 'Deze organisatie is intussen gewijzigd door M. de Vries.'],
    ])('passes on a refusal (%i)', async (status, sentence) => {
      standIn.answers.set(`PATCH ${own}`, (_request, response) => problem(response, status, sentence));
      expect(await organisatie('publicatieactie', '00AB00', 'zichtbaarNaSucces')).toEqual({ code: 1, stdout: '', stderr: `Fout: ${sentence}\n` });
    });

    it('changes nothing of a record that is not there', async () => {
      expect(await organisatie('publicatieactie', '00ZZ00', 'nietZichtbaar')).toMatchObject({ code: 1, stdout: '' });
      expect(standIn.written).toEqual([]);
    });

    it('gives the JSON of the record', async () => {
      answers('PATCH', own, {});
      const { stdout } = await organisatie('publicatieactie', '00AB00', 'nietZichtbaar', '--json');
      expect(JSON.parse(stdout)).toEqual(exampleRecord({ versie: 4 }));
    });
  });

  it('koppel: R54 R90 links to a managed organisation', async () => {
    answers('PUT', `${own}/koppeling`, { gekoppeldeGidsOrganisatieId: 102_938 });
    expect(await organisatie('koppel', '00AB00', '102938')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^De Regenboog \(00AB00\): gekoppeld aan G!DS 102938\.\n/) });
    expect(standIn.written).toEqual([{ what: `PUT ${own}/koppeling`, seen: '"3"', body: { gidsOrganisatieId: 102_938 } }]);
  });

  it('ontkoppel: R90 ends the link', async () => {
    answers('DELETE', `${own}/koppeling`, {});
    expect(await organisatie('ontkoppel', '00AB00')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^De Regenboog \(00AB00\): niet meer gekoppeld\.\n/) });
    expect(standIn.written).toEqual([{ what: `DELETE ${own}/koppeling`, seen: '"3"', body: undefined }]);
  });

  it.each([
    ['Gebeld met de school', 'toelichting opgeslagen'],
    ['', 'toelichting weggehaald'],
  ])('toelichting: R21 R91 saves the note %j', async (text, told) => {
    answers('PATCH', own, { importToelichting: text || null });
    expect(await organisatie('toelichting', '00AB00', text)).toMatchObject({ code: 0, stdout: expect.stringContaining(`: ${told}.\n`) });
    expect(standIn.written).toEqual([{ what: `PATCH ${own}`, seen: '"3"', body: { importToelichting: text } }]);
  });

  describe('kopieer', () => {
    const copies = '/v1/organisatiekopieen';
    const copyOf = (zichtbaar: boolean, ...meldingen: string[]) => ({
      gidsId: 102_951,
      zichtbaar,
      organisatie: { naam: 'De Regenboog' },
      validatiefouten: meldingen.map((melding) => ({ ernst: 'fout', code: 'x', veld: '', waarde: '', melding })),
    });
    const kopieer = (...more: string[]) => organisatie('kopieer', '884213', '--onder', '100009', '--accountmanager', 'm.devries', ...more);
    /** Keeps what was asked, because a post is kept where it is answered. */
    const copiesAs = (status: number, body: unknown): unknown[] => {
      const asked: unknown[] = [];
      standIn.answers.set(`POST ${copies}`, async (request, response) => {
        asked.push(JSON.parse(Buffer.concat(await request.toArray()).toString()));
        reply(response, status, body, status < 400 ? 'application/json' : 'application/problem+json');
      });
      return asked;
    };

    it('R63 R92 copies under another parent and account manager', async () => {
      const asked = copiesAs(201, copyOf(true));
      expect(await kopieer('--met-producten')).toEqual({ code: 0, stdout: 'De Regenboog is gekopieerd: G!DS 102951, zichtbaar.\n', stderr: '' });
      expect(asked).toEqual([{ organisatieId: 884_213, bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries', metProducten: true }]);
    });

    it('R64 tells why an invalid copy is not visible', async () => {
      copiesAs(201, copyOf(false, 'Straat: verplicht veld is leeg.'));
      expect((await kopieer()).stdout).toBe('De Regenboog is gekopieerd: G!DS 102951, niet zichtbaar.\n  - Straat: verplicht veld is leeg.\n');
    });

    it('R63 passes on everything that is wrong', async () => {
      copiesAs(400, { status: 400, detail: '2 velden zijn niet juist ingevuld.', fouten: [{ veld: 'bovenliggendeOrganisatieId', melding: 'Bestaat niet.' }, { veld: 'accountmanager', melding: 'Onbekend.' }] });
      expect(await kopieer()).toEqual({
        code: 2,
        stdout: '',
        stderr: 'Fout: 2 velden zijn niet juist ingevuld.\n  bovenliggendeOrganisatieId: Bestaat niet.\n  accountmanager: Onbekend.\n',
      });
    });
  });
});
