import { mostNamedRecords } from '@gids/contracts';
import { z } from 'zod';
import { importStatusSchema, publicationActionSchema, recordTypeSchema, sortFields } from '../api/import-record.js';
import { named } from '../api/schema-registry.js';
import { termSchema, termTables } from '../api/terms.js';
import { commaList, flag, gidsIdInBody, idInPath, importIdSchema, sourceIdSchema, text } from '../api/values.js';

const sortKeys = Object.keys(sortFields).flatMap((field) => [field, `-${field}`]) as [string, ...string[]];
const sortKeySchema = z.enum(sortKeys);
const judgementSchema = named('Beoordelingsstand', termSchema(termTables.judgementState, 'Of een mens de organisatie moet beoordelen, of dat gedaan heeft.'));
const groundSchema = named('Dubbelreden', termSchema(termTables.match, 'Waarin een dubbele overeenkomt.'));
const issueCode = () => z.string().regex(/^[A-Za-z0-9]{1,60}$/, { error: 'Geef de code van een bevinding, zoals unknownValue.' });
const momentInput = () =>
  z.iso
    .datetime({ offset: true, error: 'Geef een tijdstip, zoals 2026-11-22T06:00:00Z.' })
    .transform((value) => new Date(value).toISOString())
    .pipe(z.iso.datetime());

const described = {
  importstatus: 'Een of meer importstatussen.',
  publicatieactie: 'Een of meer publicatieacties.',
  naam: 'Deel van de naam; hoofdletters en accenten tellen niet.',
  search: 'Zoekt in naam, BronID, G!DS-ID en plaats. `*` staat voor willekeurige tekens en `?` voor één teken; dan moet het geheel kloppen.',
  bronId: 'Het BronID bij de bron.',
  gidsId: 'Het G!DS-ID.',
  soort: 'Alleen organisaties, of alleen producten.',
  zichtbaar: 'Alleen wat wel of niet zichtbaar is.',
  gekoppeld: 'Alleen wat wel of niet gekoppeld is.',
  metToelichting: 'Alleen wat wel of geen importtoelichting heeft.',
  nietMeerInBron: 'Alleen wat wel of niet uit de bron verdwenen is.',
  beoordeling: 'Alleen wat te beoordelen is, of wat beoordeeld is.',
  dubbelreden: 'Waarin een dubbele die telt overeenkomt: een of meer redenen.',
  foutcode: 'Een of meer codes van bevindingen.',
  runId: 'De laatste run die iets van het record bracht.',
  gewijzigdVanaf: 'Gewijzigd op of na dit tijdstip.',
  sort: 'Volgorde, met een min voor aflopend: `-naam,importstatus`.',
} as const;

/** Which records are meant, as query parameters: several values with commas (R85, R88). A bronID may hold a comma, so there is one. */
export const filterQuery = {
  importstatus: commaList(importStatusSchema).describe(described.importstatus).optional(),
  publicatieactie: commaList(publicationActionSchema).describe(described.publicatieactie).optional(),
  naam: text(200).describe(described.naam).optional(),
  search: text(200).describe(described.search).optional(),
  bronId: text(100).transform((value) => [value]).pipe(z.array(z.string())).describe(described.bronId).optional(),
  bron: sourceIdSchema.optional(),
  import: importIdSchema.optional(),
  gidsId: commaList(idInPath(described.gidsId), 100).describe(described.gidsId).optional(),
  soort: commaList(recordTypeSchema).describe(described.soort).optional(),
  zichtbaar: flag().describe(described.zichtbaar).optional(),
  gekoppeld: flag().describe(described.gekoppeld).optional(),
  metToelichting: flag().describe(described.metToelichting).optional(),
  nietMeerInBron: flag().describe(described.nietMeerInBron).optional(),
  beoordeling: judgementSchema.optional(),
  dubbelreden: commaList(groundSchema).describe(described.dubbelreden).optional(),
  foutcode: commaList(issueCode()).describe(described.foutcode).optional(),
  runId: z.uuid().describe(described.runId).optional(),
  gewijzigdVanaf: momentInput().describe(described.gewijzigdVanaf).optional(),
};

export const sortQuery = { sort: commaList(sortKeySchema, 3).describe(described.sort).optional() };

const several = <Item extends z.ZodType>(item: Item, most: number, description: string) => z.array(item).min(1).max(most).describe(description).optional();

/** The same in a body, where lists may be long. */
export const filterBody = {
  ids: several(z.string().regex(/^[1-9][0-9]{0,9}$/, { error: 'Geef de id van een organisatie-import.' }).transform(Number).pipe(z.int()), mostNamedRecords, "Id's van organisatie-importen."),
  importstatus: several(importStatusSchema, 20, described.importstatus),
  publicatieactie: several(publicationActionSchema, 20, described.publicatieactie),
  naam: text(200).describe(described.naam).optional(),
  search: text(200).describe(described.search).optional(),
  bronId: several(text(100), 1_000, described.bronId),
  bron: sourceIdSchema.optional(),
  import: importIdSchema.optional(),
  gidsId: several(gidsIdInBody(described.gidsId), 1_000, described.gidsId),
  soort: several(recordTypeSchema, 20, described.soort),
  zichtbaar: z.boolean().describe(described.zichtbaar).optional(),
  gekoppeld: z.boolean().describe(described.gekoppeld).optional(),
  metToelichting: z.boolean().describe(described.metToelichting).optional(),
  nietMeerInBron: z.boolean().describe(described.nietMeerInBron).optional(),
  beoordeling: judgementSchema.optional(),
  dubbelreden: several(groundSchema, 20, described.dubbelreden),
  foutcode: several(issueCode(), 20, described.foutcode),
  runId: z.uuid().describe(described.runId).optional(),
  gewijzigdVanaf: momentInput().describe(described.gewijzigdVanaf).optional(),
};

export const recordFilterSchema = named('Recordfilter', z.strictObject(filterBody).describe('Welke organisatie-importen bedoeld zijn: alle voorwaarden moeten kloppen.'));
export const sortBody = { sort: several(sortKeySchema, 3, 'Volgorde, met een min voor aflopend.') };

/** Which records are meant, checked; from the query or from a body. */
export type RecordFilterInput = z.output<typeof recordFilterSchema>;
