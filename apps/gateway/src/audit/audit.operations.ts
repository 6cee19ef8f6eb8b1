import { z } from 'zod';
import { auditEntrySchema, toAuditEntry } from '../api/audit-entry.js';
import { pageExample } from '../api/examples.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { text } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import type { KeptEntry } from './audit-reader.js';

const tag = 'Logboek';
const kept: KeptEntry = {
  id: '4711',
  at: '2026-08-04T08:00:00.000Z',
  actorKind: 'account',
  actor: 'j.jansen',
  signedIn: null,
  address: '192.0.2.17',
  correlationId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
  operation: 'wijzigOrganisatieimport',
  object: 'organisatieimporten/1042',
  asked: { publicatieactie: 'nietZichtbaar' },
  status: 200,
  before: { publicatieactie: 'zichtbaarNaSucces', zichtbaar: true, versie: 3 },
  after: { publicatieactie: 'nietZichtbaar', zichtbaar: false, versie: 4 },
};

const dateTime = (description: string) => z.iso.datetime({ offset: true, error: 'Geef een tijdstip met tijdzone, zoals 2026-08-04T08:00:00Z.' }).describe(description);

const filters = {
  van: dateTime('Vanaf dit tijdstip.').optional(),
  tot: dateTime('Tot dit tijdstip.').optional(),
  wie: text(200).describe('Naam van het account, het token of de sleutel; ook wie ermee is aangemeld.').optional(),
  handeling: text(100).describe('De `operationId`, zoals `wijzigContract`.').optional(),
  object: text(500).describe('Het pad onder `/v1`, zoals `organisatieimporten/1042`; ook wat eronder valt.').optional(),
};

export const listAuditEntries = defineOperation({
  id: 'lijstAuditregels',
  method: 'get',
  path: '/auditregels',
  tag,
  summary: 'Toon wie wat deed, nieuwste eerst',
  description: 'Alles wat gewijzigd, geweigerd of geëxporteerd is, en alle aanmeldingen. Wordt zeven jaar bewaard.',
  input: { query: z.strictObject({ ...filters, page: pageQuery.page, pageSize: pageQuery.pageSize }) },
  success: {
    status: 200,
    description: 'Eén pagina van het logboek.',
    schema: named('AuditregelPagina', pageSchema(auditEntrySchema)),
    example: pageExample(toAuditEntry(kept), '/v1/auditregels?object=organisatieimporten/1042'),
  },
  problems: [403],
});

export const exportAuditEntries = defineOperation({
  id: 'exporteerAuditregels',
  method: 'get',
  path: '/auditregels/_export',
  tag,
  summary: 'Haal het logboek op als CSV, nieuwste eerst',
  input: { query: z.strictObject(filters) },
  success: {
    status: 200,
    description: 'Alle regels die aan het filter voldoen, met puntkomma’s ertussen.',
    schema: z.string(),
    mediaType: 'text/csv',
    headers: { 'Content-Disposition': 'Naam van het bestand.' },
  },
  problems: [403, 429],
});
