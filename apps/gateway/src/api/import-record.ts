import type { Duplicate, ImportRecordDetail, ImportRecordView, importRecordSortFields, Issue } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { organisationContentSchema, toOrganisationFacts } from './organisation.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { moment } from './values.js';

export const importStatusSchema = named('Importstatus', termSchema(termTables.importStatus, 'Uitkomst van de laatste import.'));
export const publicationActionSchema = named(
  'Publicatieactie',
  termSchema(termTables.publicationAction, 'Wat er na een import met de zichtbaarheid gebeurt.'),
);

/** What the list can be sorted on, with the field of the contract. */
export const sortFields = {
  importstatus: 'status',
  publicatieactie: 'publicationAction',
  naam: 'name',
  bronId: 'recordId',
  gewijzigdOp: 'changedAt',
} as const satisfies Record<string, (typeof importRecordSortFields)[number]>;

const recordShape = {
  id: z.string().describe('Id van de organisatie-import.'),
  import: z.string().describe('Id van de import.'),
  bron: z.string().describe('Id van de importbron.'),
  bronId: z.string().describe('BronID: de identificatie bij de bron.'),
  gidsId: z.int().positive().nullable().describe('G!DS-ID; `null` waar niets opgeslagen kon worden.'),
  naam: z.string().describe('Naam van de organisatie.'),
  plaats: z.string().nullable(),
  importstatus: importStatusSchema,
  statustoelichting: z.string().describe('Alle bevindingen in één tekst.'),
  publicatieactie: publicationActionSchema,
  zichtbaar: z.boolean().describe('Of het publiek de organisatie ziet.'),
  gekoppeldeGidsOrganisatieId: z.int().positive().nullable().describe('G!DS-ID van de gekoppelde organisatie.'),
  importToelichting: z.string().nullable().describe('Toelichting van de importbeheerder.'),
  nietMeerInBron: z.boolean().describe('Of het record niet meer in de bron staat.'),
  versie: z.int().positive().describe('Telt op bij elke wijziging.'),
  gewijzigdOp: moment('Laatste wijziging.'),
  _links: z.object({ self: linkSchema }),
};

/** One line of the import management screen (R17). */
export const importRecordSchema = named('Organisatieimport', z.object(recordShape).describe('Een geïmporteerde organisatie.'));
export type ImportRecord = z.infer<typeof importRecordSchema>;

const findingSchema = named(
  'Bevinding',
  z.object({
    ernst: termSchema(termTables.severity, 'Hoe zwaar de bevinding telt.'),
    code: z.string(),
    veld: z.string().describe('Kolom of veld zoals de bron het schrijft.'),
    waarde: z.string().describe('De waarde in de bron, ingekort.'),
    melding: z.string(),
  }),
);

const duplicateSchema = named(
  'Dubbele',
  z.object({
    gidsId: z.int().positive(),
    naam: z.string(),
    plaats: z.string().nullable(),
    zichtbaar: z.boolean(),
    gevondenOp: z.array(termSchema(termTables.match, 'Waarop de dubbele gevonden is.')),
    redenen: z.array(z.string()),
  }),
);

export const importRecordDetailSchema = named(
  'OrganisatieimportDetail',
  z
    .object({
      ...recordShape,
      zichtbaarMaken: z.boolean().describe('Of de bron de organisatie zichtbaar wil hebben.'),
      bevindingen: z.array(findingSchema),
      dubbelen: z.array(duplicateSchema),
      organisatie: organisationContentSchema.nullable(),
      laatsteRunId: z.uuid(),
      _links: z.object({ self: linkSchema, laatsteRun: linkSchema }),
    })
    .describe('Een geïmporteerde organisatie met alles erachter.'),
);
export type ImportRecordWithDetails = z.infer<typeof importRecordDetailSchema>;

/** @returns an import record as the API lists it */
export function toImportRecord(view: ImportRecordView, links: ApiLinks): ImportRecord {
  return {
    id: String(view.id),
    import: view.importId,
    bron: view.sourceId,
    bronId: view.recordId,
    gidsId: view.gidsId ?? null,
    naam: view.name,
    plaats: view.town ?? null,
    importstatus: apiValueOf(termTables.importStatus, view.status),
    statustoelichting: view.explanation,
    publicatieactie: apiValueOf(termTables.publicationAction, view.publicationAction),
    zichtbaar: view.visible,
    gekoppeldeGidsOrganisatieId: view.linkedOrganisationId ?? null,
    importToelichting: view.note ?? null,
    nietMeerInBron: view.missingAtSource,
    versie: view.version,
    gewijzigdOp: view.changedAt,
    _links: { self: links.importRecord(String(view.id)) },
  };
}

/** @returns an import record with its findings and duplicates */
export function toImportRecordDetail(view: ImportRecordDetail, links: ApiLinks): ImportRecordWithDetails {
  const record = toImportRecord(view, links);
  return {
    ...record,
    zichtbaarMaken: view.makeVisible,
    bevindingen: view.issues.map(toFinding),
    dubbelen: view.duplicates.map(toDuplicate),
    organisatie: view.organisation ? toOrganisationFacts(view.organisation) : null,
    laatsteRunId: view.lastRunId,
    _links: { ...record._links, laatsteRun: links.importRun(view.lastRunId) },
  };
}

function toFinding(issue: Issue): ImportRecordWithDetails['bevindingen'][number] {
  return {
    ernst: apiValueOf(termTables.severity, issue.severity),
    code: issue.code,
    veld: issue.field,
    waarde: issue.value,
    melding: issue.message,
  };
}

function toDuplicate(duplicate: Duplicate): ImportRecordWithDetails['dubbelen'][number] {
  return {
    gidsId: duplicate.gidsId,
    naam: duplicate.name,
    plaats: duplicate.town ?? null,
    zichtbaar: duplicate.visible,
    gevondenOp: duplicate.matchedOn.map((match) => apiValueOf(termTables.match, match)),
    redenen: duplicate.reasons,
  };
}
