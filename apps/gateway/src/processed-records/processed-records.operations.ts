import { z } from 'zod';
import { importRecordDetailSchema, recordTypeSchema } from '../api/import-record.js';
import { named } from '../api/schema-registry.js';
import { gidsIdInBody, importIdSchema, lines, text } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { detailExample } from '../import-records/import-records.operations.js';

const report = named(
  'Verwerking',
  z.strictObject({
    gidsId: gidsIdInBody('G!DS-ID van wat het script opsloeg; ontbreekt alleen als door een conversiefout niets kon worden opgeslagen.').nullish(),
    conversiefout: z.boolean().describe('Of het script een veld niet kon omzetten.'),
    statustoelichting: lines(4_000).default('').describe('Wat het script daarvan zegt.'),
    zichtbaarMaken: z.boolean().describe('`false` houdt het record verborgen; `true` dwingt niets af, de publicatieactie beslist.'),
    runId: z.uuid().optional().describe('De run waarvoor het script werkt; nodig waar niets anders zegt bij welke bron een nieuw BronID hoort.'),
    soort: recordTypeSchema.optional(),
  }),
);

export const processRecord = defineOperation({
  id: 'verwerkImportregel',
  method: 'put',
  path: '/imports/{importId}/importregels/{bronId}',
  tag: 'Organisatie-importen',
  summary: 'Registreer hoe een importscript een organisatie of product opsloeg',
  description:
    'VerwerkGeimporteerdeOrganisatie: valideert de gegevens, zet de status en voert de publicatieactie uit. Dezelfde aanroep geeft nog eens hetzelfde. Alleen voor de sleutel van een script, en het token van de opdrachtregel.',
  input: { params: z.strictObject({ importId: importIdSchema, bronId: text(200).describe('Het BronID bij de bron.') }), body: report },
  success: { status: 200, description: 'Het record zoals het geworden is.', schema: importRecordDetailSchema, example: detailExample, versioned: true },
  problems: [403, 404, 409],
});
