import { duplicateExample } from '@gids/contracts';
import { candidatesSchema, judgementSchema, toDuplicate, type Candidates } from '../api/duplicate.js';
import { exampleLinks, recordDetailExample } from '../api/examples.js';
import { defineOperation } from '../http/operation.js';
import { recordParams } from './import-records.operations.js';

const id = String(recordDetailExample.id);
const example: Candidates = {
  _embedded: { item: [toDuplicate(duplicateExample)] },
  _links: { self: exampleLinks.candidates(id), organisatieimport: exampleLinks.importRecord(id) },
};

export const listCandidates = defineOperation({
  id: 'lijstKandidaten',
  method: 'get',
  path: '/organisatieimporten/{id}/kandidaten',
  tag: 'Organisatie-importen',
  summary: 'Toon op welke organisaties van de gids zij lijkt, en waarom',
  input: { params: recordParams },
  success: { status: 200, description: 'De kandidaten, ook die niet als dubbele tellen.', schema: candidatesSchema, example },
  problems: [404],
});

export const judgeCandidate = defineOperation({
  id: 'beoordeelKandidaat',
  method: 'post',
  path: '/organisatieimporten/{id}/beoordelingen',
  tag: 'Organisatie-importen',
  summary: 'Zeg of een kandidaat een dubbele is',
  description: 'Het oordeel blijft na elke volgende import gelden, tot er iets wijzigt dat vergeleken is.',
  input: { params: recordParams, body: judgementSchema },
  success: { status: 200, description: 'De kandidaten zoals zij geworden zijn.', schema: candidatesSchema, example },
  problems: [403, 404, 409],
});
