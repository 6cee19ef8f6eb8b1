import { z } from 'zod';
import { runProgressEventSchema, runStatusEventSchema } from '../api/live-event.js';
import { bulkProgressEventSchema } from '../bulk-changes/bulk-change.js';
import { nameOf } from '../api/schema-registry.js';
import { sourceIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

export const watch = defineOperation({
  id: 'volgGebeurtenissen',
  method: 'get',
  path: '/gebeurtenissen',
  tag: 'Importruns',
  summary: 'Volg wat er met importruns en bulkwijzigingen gebeurt',
  description: [
    `Server-sent events: \`run.status\` (schema \`${nameOf(runStatusEventSchema)}\`), \`run.voortgang\` (schema \`${nameOf(runProgressEventSchema)}\`) en \`bulk.voortgang\` (schema \`${nameOf(bulkProgressEventSchema)}\`).`,
    'Zonder `Last-Event-ID` krijgt u wat er vanaf nu gebeurt; met die kopregel alles daarna, tot een dag terug.',
    'Elke 15 seconden komt er een regel commentaar. De server verbreekt de verbinding na een kwartier en bij een lezer die niet leest; verbind dan opnieuw.',
  ].join('\n'),
  input: {
    query: z.strictObject({ bronId: sourceIdSchema.optional(), runId: z.uuid().describe('Alleen deze run.').optional() }),
    headers: z.object({
      'last-event-id': z
        .string()
        .regex(/^[0-9]{1,15}$/, { error: 'Geef het nummer van de laatst ontvangen gebeurtenis.' })
        .transform(Number)
        .pipe(z.int().nonnegative())
        .describe('Nummer van de laatst ontvangen gebeurtenis.')
        .optional(),
    }),
  },
  success: {
    status: 200,
    description: 'Een stroom die open blijft.',
    schema: z.string(),
    example:
      'id: 812\nevent: run.voortgang\ndata: {"runId":"019a9f3e-7a10-7cc3-98c4-dc0c0c07398f","bron":"duo-po","import":"duo","verwerkt":3000,"verwacht":6107}\n\n',
    mediaType: 'text/event-stream',
  },
});
