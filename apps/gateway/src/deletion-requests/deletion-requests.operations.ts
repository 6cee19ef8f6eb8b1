import { z } from 'zod';
import { deletionRequestInputSchema, deletionRequestSchema, toDeletionRequest } from '../api/deletion-request.js';
import { exampleLinks } from '../api/examples.js';
import { deletionRequestExample } from '../api/report-examples.js';
import { idInPath } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { repeatable } from '../idempotency/idempotency-key.js';

export const requestDeletion = defineOperation({
  id: 'vraagVerwijdering',
  method: 'post',
  path: '/gids-organisaties/{gidsId}/verwijderverzoeken',
  tag: 'G!DS-organisaties',
  summary: 'Vraag de accountmanager een organisatie te verwijderen, omdat de geïmporteerde beter is',
  description: 'Er wordt niets verwijderd: de accountmanager krijgt een bericht.',
  input: { params: z.strictObject({ gidsId: idInPath('Het G!DS-ID.') }), headers: repeatable, body: deletionRequestInputSchema },
  success: { status: 201, description: 'Het verzoek.', schema: deletionRequestSchema, example: toDeletionRequest(deletionRequestExample, exampleLinks) },
  problems: [403, 404, 409],
});
