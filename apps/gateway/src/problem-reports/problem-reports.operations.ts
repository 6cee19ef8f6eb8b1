import { z } from 'zod';
import { duplicateReportInputSchema, duplicateReportSchema, toDuplicateReport } from '../api/duplicate-report.js';
import { exampleLinks, pageExample } from '../api/examples.js';
import { duplicateReportExample } from '../api/report-examples.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { importIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { repeatable } from '../idempotency/idempotency-key.js';

const tag = 'Controleronden';
const example = toDuplicateReport(duplicateReportExample, exampleLinks);

export const reportDuplicate = defineOperation({
  id: 'meldDubbele',
  method: 'post',
  path: '/dubbelmeldingen',
  tag,
  summary: 'Meld een dubbele of een ander probleem met een geïmporteerde organisatie',
  description: 'De melding gaat naar het meldadres en komt in de controleronde van de import.',
  input: { headers: repeatable, body: duplicateReportInputSchema },
  success: { status: 201, description: 'De melding.', schema: duplicateReportSchema, example },
  problems: [403, 404, 409],
});

export const listDuplicateReports = defineOperation({
  id: 'lijstDubbelmeldingen',
  method: 'get',
  path: '/dubbelmeldingen',
  tag,
  summary: 'Toon uw eigen meldingen, en die over imports waarvan u het importrecht hebt',
  input: { query: z.strictObject({ importId: importIdSchema.optional(), ...pageQuery }) },
  success: {
    status: 200,
    description: 'Eén pagina van de meldingen, de nieuwste eerst.',
    schema: named('DubbelmeldingPagina', pageSchema(duplicateReportSchema)),
    example: pageExample(example, '/v1/dubbelmeldingen'),
  },
  problems: [403],
});
