import { CountImportRecords } from '@gids/contracts';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { recordCountsSchema } from './record-facets.operations.js';

const path = '/v1/organisatieimporten/_aantallen';

describe('the counts of import records over HTTP (R85, SCREENS 3.2)', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher').replies(CountImportRecords, () => ({
      total: 3,
      facets: [
        { facet: 'STATUS' as const, values: [{ value: 'SUCCESS', count: 2 }, { value: 'DUPLICATES_FOUND', count: 1 }] },
        { facet: 'JUDGEMENT' as const, values: [{ value: 'OPEN', count: 1 }] },
        { facet: 'ISSUE_CODE' as const, values: [{ value: 'unknownValue', count: 1 }] },
        { facet: 'VISIBLE' as const, values: [{ value: 'true', count: 3 }] },
      ],
    }));
  });

  it('R85 are told in the words of the filters', async () => {
    const url = `${path}?facet=importstatus,beoordeling,foutcode,zichtbaar&import=duo&soort=organisatie`;
    expect(recordCountsSchema.parse(await (await gateway.ask(url)).json())).toEqual({
      totaal: 3,
      facetten: [
        { facet: 'importstatus', waarden: [{ waarde: 'succes', aantal: 2 }, { waarde: 'dubbelenGevonden', aantal: 1 }] },
        { facet: 'beoordeling', waarden: [{ waarde: 'teBeoordelen', aantal: 1 }] },
        { facet: 'foutcode', waarden: [{ waarde: 'unknownValue', aantal: 1 }] },
        { facet: 'zichtbaar', waarden: [{ waarde: 'true', aantal: 3 }] },
      ],
      _links: { self: { href: expect.stringContaining(`${publicUrl}${path}?facet=`) as string } },
    });
    expect(publisher.payloadsOf(CountImportRecords)).toEqual([{ importId: 'duo', types: ['ORGANISATION'], facets: ['STATUS', 'JUDGEMENT', 'ISSUE_CODE', 'VISIBLE'] }]);
  });

  it('R85 are those of status and action where nothing is asked for', async () => {
    await gateway.ask(path);
    expect(publisher.payloadsOf(CountImportRecords)).toEqual([{ facets: ['STATUS', 'PUBLICATION_ACTION'] }]);
  });

  it.each([
    ['facet=onzin', ['facet']],
    ['facet=', ['facet']],
    ['importstatus=onzin&page=1', ['importstatus', 'page']],
  ])('c3-84 N5 answer 400 to ?%s', async (query, fields) => {
    const response = await gateway.ask(`${path}?${query}`);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
  });
});
