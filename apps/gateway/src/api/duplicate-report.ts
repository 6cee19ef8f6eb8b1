import type { DuplicateReport } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { gidsIdInBody, lines, moment } from './values.js';

export const duplicateReportSchema = named(
  'Dubbelmelding',
  z
    .object({
      id: z.int().positive().describe('Id van de melding.'),
      gidsId: z.int().positive().describe('G!DS-ID van de geïmporteerde organisatie.'),
      naam: z.string().describe('Naam van de geïmporteerde organisatie.'),
      import: z.string().describe('Id van de import.'),
      organisatieimportId: z.string(),
      opmerking: z.string().describe('Wat er gemeld is.'),
      gemeldDoor: z.string(),
      gemeldOp: moment('Wanneer het gemeld is.'),
      beoordeeldOp: moment('Wanneer een importbeheerder het beoordeelde.').nullable(),
      beoordeeldDoor: z.string().nullable(),
      uitkomst: z.string().nullable().describe('Wat de importbeheerder ervan vond; `null` zolang het niet beoordeeld is.'),
      _links: z.object({ organisatie: linkSchema, organisatieimport: linkSchema }),
    })
    .describe('Een gemeld probleem met een geïmporteerde organisatie, zoals een dubbele die ten onrechte zichtbaar is.'),
);
export type ApiDuplicateReport = z.infer<typeof duplicateReportSchema>;

export const duplicateReportInputSchema = named(
  'DubbeleMelden',
  z.strictObject({
    gidsId: gidsIdInBody('G!DS-ID van de geïmporteerde organisatie.'),
    opmerking: lines(2_000).refine((value) => value.trim() !== '', { error: 'Schrijf wat er aan de hand is.' }).describe('Wat er aan de hand is.'),
  }),
);

/** @returns a report as the API tells it */
export function toDuplicateReport(view: DuplicateReport, links: ApiLinks): ApiDuplicateReport {
  const organisatieimportId = String(view.importRecordId);
  return {
    id: view.id,
    gidsId: view.gidsId,
    naam: view.name,
    import: view.importId,
    organisatieimportId,
    opmerking: view.remark,
    gemeldDoor: view.by,
    gemeldOp: view.reportedAt,
    beoordeeldOp: view.judgedAt ?? null,
    beoordeeldDoor: view.judgedBy ?? null,
    uitkomst: view.judgement ?? null,
    _links: { organisatie: links.directoryOrganisation(view.gidsId), organisatieimport: links.importRecord(organisatieimportId) },
  };
}
