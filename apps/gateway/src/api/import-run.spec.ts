import type { RunView } from '@gids/contracts';
import { exampleLinks, runExample } from './examples.js';
import { importRunSchema, toImportRun } from './import-run.js';

describe('run JSON', () => {
  it('has exactly the fields that the command line reads', () => {
    const run = toImportRun(runExample, exampleLinks);
    expect(Object.keys(run)).toEqual([
      'id', 'bron', 'import', 'status', 'fase', 'transport', 'bestandsnaam', 'gestartOp', 'voltooidOp', 'aangevraagdDoor',
      'probleem', 'bevindingen', 'besluit', 'opmerkingen', 'voortgang', 'aantallen', '_links',
    ]);
    expect(Object.keys(run.voortgang)).toEqual(['bytesGelezen', 'bytesTotaal', 'regelsGelezen', 'teVersturen', 'verstuurd', 'verwerkt']);
    expect(Object.keys(run.aantallen)).toEqual([
      'gelezen', 'toegevoegd', 'gewijzigd', 'ongewijzigd', 'verdwenen', 'afgekeurd', 'conversiefouten', 'validatiefouten',
      'dubbelenGevonden', 'zichtbaar', 'nietZichtbaar', 'waarschuwingen', 'terzijde',
    ]);
  });

  it('tells a finished run in the words of the API', () => {
    expect(toImportRun(runExample, exampleLinks)).toMatchObject({
      bron: 'duo-po',
      import: 'duo',
      status: 'voltooid',
      transport: 'push',
      bestandsnaam: 'duo-po-2026-08.csv',
      aantallen: { gelezen: 6_122, toegevoegd: 17, gewijzigd: 62, ongewijzigd: 6_043, afgekeurd: 0, verdwenen: 2, waarschuwingen: 4, terzijde: 0 },
      _links: { self: { href: `https://gids.example.nl/v1/importruns/${runExample.id}` } },
    });
  });

  it.each([
    ['PLANNED', 'gepland'],
    ['RUNNING', 'bezig'],
    ['HELD', 'wachtOpAkkoord'],
    ['COMPLETED', 'voltooid'],
    ['FAILED', 'mislukt'],
    ['REFUSED', 'geweigerd'],
  ] as const)('calls %s %s', (state, status) => {
    expect(toImportRun({ ...runExample, state }, exampleLinks).status).toBe(status);
  });

  it('R8 tells why a run was held, and what somebody decided', () => {
    const view: RunView = {
      ...runExample,
      findings: [{ code: 'TOO_MANY_CLOSURES', message: '1.482 organisaties zouden verdwijnen; de grens is 306.', measured: 1_482, limit: 306 }],
      decision: { decision: 'APPLY_WITHOUT_REMOVALS', reason: 'Bestand is niet compleet', by: 'i.manager', at: '2026-08-04T07:00:00.000Z' },
    };
    expect(importRunSchema.parse(toImportRun(view, exampleLinks))).toMatchObject({
      bevindingen: [{ code: 'TOO_MANY_CLOSURES', melding: '1.482 organisaties zouden verdwijnen; de grens is 306.', gemeten: 1_482, grens: 306 }],
      besluit: { besluit: 'toestaanZonderVerwijderen', reden: 'Bestand is niet compleet', door: 'i.manager', genomenOp: '2026-08-04T07:00:00.000Z' },
      _links: { regels: { href: `https://gids.example.nl/v1/importruns/${runExample.id}/regels` } },
    });
  });

  it('tells what is not there as null, and why a run was refused', () => {
    const { fileName, completedAt, ...rest } = runExample;
    const view: RunView = { ...rest, state: 'REFUSED', phase: 'CHECKING', problem: { code: 'TRUNCATED', message: 'De laatste regel is afgebroken.' } };
    expect(fileName && completedAt).toBeTruthy();
    const run = importRunSchema.parse(toImportRun(view, exampleLinks));
    expect(run).toMatchObject({
      fase: 'controleren',
      bestandsnaam: null,
      voltooidOp: null,
      probleem: { code: 'TRUNCATED', melding: 'De laatste regel is afgebroken.' },
    });
  });
});
