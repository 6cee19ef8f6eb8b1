import { exampleRecord } from '../testing/example-record.js';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const path = '/v1/organisatieimporten';

describe('organisatie', () => {
  let standIn: StandInGateway;
  const organisatie = (...args: string[]) => runCommandLine(['organisatie', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });
  /** Lets the list find these records by BronID and G!DS-ID, as the gateway does. */
  const holds = (...records: ReturnType<typeof exampleRecord>[]): void => {
    standIn.answers.set(`GET ${path}`, (_request, response, { searchParams }) => {
      const asks = (name: string, value: unknown) => !searchParams.has(name) || searchParams.get(name) === String(value);
      reply(response, 200, page(records.filter(({ bronId, gidsId, bron }) => asks('bronId', bronId) && asks('gidsId', gidsId) && asks('bron', bron))));
    });
    for (const record of records) standIn.answers.set(`GET ${path}/${record.id}`, (_request, response) => reply(response, 200, record));
  };

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
  });
  afterEach(() => standIn.stop());

  describe('lijst', () => {
    it('asks with all filters and the order (R85)', async () => {
      holds(exampleRecord());
      const { code, stdout, stderr } = await organisatie(
        ...['lijst', '--importstatus', 'Dubbelen gevonden,conversiefouten', '--publicatieactie', 'nietZichtbaar'],
        ...['--naam', 'regen', '--bron', 'duo-po', '--sorteer', '-naam', '--pagina', '2'],
      );
      expect({ code, asked: standIn.asked }).toEqual({
        code: 0,
        asked: [`GET ${path}?importstatus=dubbelenGevonden,conversiefouten&publicatieactie=nietZichtbaar&naam=regen&bron=duo-po&sort=-naam&pageSize=100&count=true&page=2`],
      });
      expect(stdout).toBe('duo-po\t00AB00\t884213\tDe Regenboog\tEmmen\tdubbelenGevonden\tzichtbaarNaSucces\tnee\tDubbele: zelfde adres als 102938 (De Regenboog).\n');
      expect(stderr).toBe('1 organisatie; pagina 2 van 1\n');
    });

    it('reads all pages, the largest it can get', async () => {
      standIn.answers.set(`GET ${path}`, (_request, response, { searchParams }) => {
        const currentPage = Number(searchParams.get('page'));
        reply(response, 200, page([exampleRecord({ bronId: `R${currentPage}` })], { currentPage, pageSize: 1, totaal: 3 }));
      });
      const { stdout, stderr } = await organisatie('lijst', '--alle');
      expect(stdout.split('\n').map((line) => line.split('\t')[1])).toEqual(['R1', 'R2', 'R3', undefined]);
      expect(stderr).toBe('3 organisaties\n');
      expect(standIn.asked[2]).toBe(`GET ${path}?pageSize=500&count=true&page=3`);
    });

    it('gives the JSON of the API', async () => {
      holds(exampleRecord());
      expect(JSON.parse((await organisatie('lijst', '--json', '--stil')).stdout)).toEqual(page([exampleRecord()]));
    });
  });

  describe('waarom', () => {
    it('R99 says in one sentence why it is not visible', async () => {
      holds(exampleRecord());
      const { code, stdout } = await organisatie('waarom', '00AB00');
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Niet zichtbaar: De Regenboog, Emmen \(00AB00\)\nNiet zichtbaar, omdat G!DS 102938 een zichtbare dubbele is\.\n/);
    });

    it.each([['884213'], ['1042'], ['1042', '--id']])('finds by G!DS-ID and by the id of the record itself: %s', async (...args) => {
      holds(exampleRecord());
      expect(await organisatie('waarom', ...args, '--json')).toMatchObject({ code: 0, stdout: `${JSON.stringify(exampleRecord(), undefined, 2)}\n` });
    });

    it('does not find an id in another source', async () => {
      holds(exampleRecord());
      expect(await organisatie('waarom', '1042', '--bron', 'lrk')).toMatchObject({ code: 1, stdout: '' });
    });
  });

  describe('toon', () => {
    it('finds by BronID, with what a URL would stumble over', async () => {
      holds(exampleRecord({ bronId: '00AB|C&1' }));
      const { code, stdout } = await organisatie('toon', '00AB|C&1');
      expect(code).toBe(0);
      expect(stdout).toContain('Bezoekadres       Noorderstraat 12A-bis, 7811 AB Emmen\n');
    });

    it('finds by G!DS-ID, and gives its JSON', async () => {
      holds(exampleRecord());
      const { stdout } = await organisatie('toon', '884213', '--json');
      expect(JSON.parse(stdout)).toEqual(exampleRecord());
    });

    it('does not take a long number of the childcare register for a G!DS-ID', async () => {
      holds(exampleRecord({ bronId: '123456789012' }));
      expect(await organisatie('toon', '123456789012')).toMatchObject({ code: 0 });
      expect(standIn.asked[0]).toBe(`GET ${path}?bronId=123456789012`);
      expect(standIn.asked).toHaveLength(2);
    });

    it('lets choose when a number is the BronID of one and the G!DS-ID of another', async () => {
      holds(exampleRecord({ id: '1', bronId: '777', gidsId: 5, naam: 'Ark', bron: 'lrk' }), exampleRecord({ id: '2', bronId: 'X', gidsId: 777, naam: 'Boog' }));
      expect(await organisatie('toon', '777')).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'Fout: Er zijn 2 organisaties die met 777 bedoeld kunnen zijn. Kies er een:\n  BronID van Ark, Emmen: --bron-id --bron lrk\n  G!DS-ID van Boog, Emmen: --gids-id --bron duo-po\n',
      });
      expect((await organisatie('toon', '777', '--bron-id')).stdout).toContain(': Ark\n');
      expect((await organisatie('toon', '777', '--gids-id')).stdout).toContain(': Boog\n');
    });

    it('lets choose between sources that use the same BronID', async () => {
      holds(exampleRecord({ id: '1', bronId: '777', naam: 'Ark', bron: 'lrk' }), exampleRecord({ id: '2', bronId: '777', naam: 'Boog', bron: 'duo-vo' }));
      expect(await organisatie('toon', '777')).toMatchObject({ code: 2, stderr: expect.stringContaining('BronID van Boog, Emmen: --bron-id --bron duo-vo') });
      expect((await organisatie('toon', '777', '--bron', 'duo-vo')).stdout).toContain(': Boog\n');
    });

    it('takes one record that is found both ways for one', async () => {
      holds(exampleRecord({ bronId: '884213' }));
      expect(await organisatie('toon', '884213')).toMatchObject({ code: 0 });
    });

    it('says so when there is none', async () => {
      holds();
      expect(await organisatie('toon', '00ZZ00')).toEqual({ code: 1, stdout: '', stderr: 'Fout: Er is geen geïmporteerde organisatie met BronID of G!DS-ID 00ZZ00.\n' });
    });
  });
});
