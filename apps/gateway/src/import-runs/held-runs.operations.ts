import { z } from 'zod';
import { exampleLinks, pageExample, runExample } from '../api/examples.js';
import { importRunSchema, toImportRun } from '../api/import-run.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { stagedRowExample } from '../api/review-examples.js';
import { named } from '../api/schema-registry.js';
import { stagedOutcomeSchema, stagedRowSchema, toStagedRow } from '../api/staged-row.js';
import { commaList, lines } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { runDecisionSchema } from '../run-control/run-decision.js';

const params = z.strictObject({ id: z.uuid().describe('Id van de run.') });

export const decideHeldRun = defineOperation({
  id: 'beslisOverImportrun',
  method: 'post',
  path: '/importruns/{id}/besluiten',
  tag: 'Importruns',
  summary: 'Beslis over een run: op een die wacht, of stoppen en hervatten',
  description: [
    'Een run die op akkoord wacht heeft nog niets gewijzigd; beslis met `toestaan`, `toestaanZonderVerwijderen` of `weigeren`.',
    'Met `stoppen` gaat er van een run die bezig is niets meer uit; wat uit is, blijft. Met `hervatten` gaat hij verder waar hij was.',
  ].join('\n'),
  input: {
    params,
    body: named(
      'RunBeslissen',
      z.strictObject({ besluit: runDecisionSchema, reden: lines(1_000).trim().min(1).describe('Waarom u dit besluit.') }),
    ),
  },
  success: { status: 200, description: 'De run met het besluit.', schema: importRunSchema, example: toImportRun(runExample, exampleLinks) },
  problems: [403, 404, 409],
});

export const listStagedRows = defineOperation({
  id: 'lijstRunregels',
  method: 'get',
  path: '/importruns/{id}/regels',
  tag: 'Importruns',
  summary: 'Toon precies welke records een wachtende of gestopte run nog zou raken',
  input: {
    params,
    query: z.strictObject({ uitkomst: commaList(stagedOutcomeSchema).describe('Een of meer uitkomsten.').optional(), ...pageQuery }),
  },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst.',
    schema: named('RunregelPagina', pageSchema(stagedRowSchema)),
    example: pageExample(toStagedRow(stagedRowExample), `/v1/importruns/${runExample.id}/regels?uitkomst=verdwenen`),
  },
  problems: [404],
});
