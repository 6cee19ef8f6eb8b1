import type { ImportRecordDetail, ImportRecordView, importRecordSortFields } from '@gids/contracts';
import { z } from 'zod';
import { duplicateSchema, toDuplicate } from './duplicate.js';
import { findingSchema, toFinding } from './finding.js';
import { linkSchema, type ApiLinks } from './links.js';
import { organisationContentSchema, toOrganisationFacts } from './organisation.js';
import { productFactsSchema, toProductFacts } from './product.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { moment } from './values.js';

export const importStatusSchema = named('Importstatus', termSchema(termTables.importStatus, 'Uitkomst van de laatste import.'));
export const publicationActionSchema = named(
  'Publicatieactie',
  termSchema(termTables.publicationAction, 'Wat er na een import met de zichtbaarheid gebeurt.'),
);

export const recordTypeSchema = named('Recordsoort', termSchema(termTables.recordType, 'Wat een record brengt.'));

/** What the list can be sorted on, with the field of the contract. */
export const sortFields = {
  importstatus: 'status',
  publicatieactie: 'publicationAction',
  naam: 'name',
  bronId: 'recordId',
  gewijzigdOp: 'changedAt',
  aantalDubbelen: 'duplicateCount',
} as const satisfies Record<string, (typeof importRecordSortFields)[number]>;

const recordShape = {
  id: z.string().describe('Id van de organisatie-import.'),
  import: z.string().describe('Id van de import.'),
  bron: z.string().describe('Id van de importbron.'),
  bronId: z.string().describe('BronID: de identificatie bij de bron.'),
  soort: recordTypeSchema,
  gidsId: z.int().positive().nullable().describe('G!DS-ID; `null` waar niets opgeslagen kon worden.'),
  naam: z.string().describe('Naam van de organisatie of het product.'),
  plaats: z.string().nullable(),
  importstatus: importStatusSchema,
  statustoelichting: z.string().describe('Alle bevindingen in één tekst.'),
  publicatieactie: publicationActionSchema,
  zichtbaar: z.boolean().describe('Of het publiek de organisatie ziet.'),
  gekoppeldeGidsOrganisatieId: z.int().positive().nullable().describe('G!DS-ID van de gekoppelde organisatie.'),
  importToelichting: z.string().nullable().describe('Toelichting van de importbeheerder.'),
  nietMeerInBron: z.boolean().describe('Of het record niet meer in de bron staat.'),
  aantalDubbelen: z.int().nonnegative().describe('Op hoeveel organisaties van de gids zij lijkt, of die nu tellen of niet.'),
  afgeschermd: z.boolean().describe('Of de gegevens op verzoek van een persoon voorgoed gewist zijn.'),
  versie: z.int().positive().describe('Telt op bij elke wijziging.'),
  gewijzigdOp: moment('Laatste wijziging.'),
  _links: z.object({ self: linkSchema }),
};

/** One line of the import management screen (R17). */
export const importRecordSchema = named('Organisatieimport', z.object(recordShape).describe('Een geïmporteerde organisatie, of een product daarvan.'));
export type ImportRecord = z.infer<typeof importRecordSchema>;

/** How an editor takes over the products of a linked record (R59). */
export const takeOverModeSchema = named('Overnamewijze', termSchema(termTables.takeOver, 'Welke producten worden overgenomen.'));

const takeOverSchema = named('Productovername', z.object({ wijze: takeOverModeSchema, productGidsIds: z.array(z.int().positive()) }));

export const importRecordDetailSchema = named(
  'OrganisatieimportDetail',
  z
    .object({
      ...recordShape,
      waarom: z.string().describe('Waarom zij wel of niet zichtbaar is, in één zin.'),
      zichtbaarMaken: z.boolean().describe('Of de bron de organisatie zichtbaar wil hebben.'),
      bevindingen: z.array(findingSchema),
      dubbelen: z.array(duplicateSchema),
      organisatie: organisationContentSchema.nullable(),
      product: productFactsSchema.nullable(),
      eigenaarGidsId: z.int().positive().nullable().describe('G!DS-ID van de organisatie waar een product onder staat.'),
      productovername: takeOverSchema.nullable().describe('Wat er via de koppeling van de producten is overgenomen.'),
      laatsteRunId: z.uuid(),
      _links: z.object({ self: linkSchema, laatsteRun: linkSchema, kandidaten: linkSchema, geschiedenis: linkSchema }),
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
    soort: apiValueOf(termTables.recordType, view.type),
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
    aantalDubbelen: view.duplicateCount,
    afgeschermd: view.suppressed,
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
    waarom: view.why,
    zichtbaarMaken: view.makeVisible,
    bevindingen: view.issues.map(toFinding),
    dubbelen: view.duplicates.map(toDuplicate),
    organisatie: view.organisation ? toOrganisationFacts(view.organisation) : null,
    product: view.product ? toProductFacts(view.product) : null,
    eigenaarGidsId: view.ownerGidsId ?? null,
    productovername: toTakeOver(view.takeOver),
    laatsteRunId: view.lastRunId,
    _links: {
      ...record._links,
      laatsteRun: links.importRun(view.lastRunId),
      kandidaten: links.candidates(record.id),
      geschiedenis: links.recordHistory(record.id),
    },
  };
}

function toTakeOver(takeOver: ImportRecordDetail['takeOver']): ImportRecordWithDetails['productovername'] {
  return takeOver ? { wijze: apiValueOf(termTables.takeOver, takeOver.mode), productGidsIds: takeOver.productGidsIds } : null;
}
