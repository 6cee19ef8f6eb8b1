import { z } from 'zod';
import { exampleLinks, pageExample } from '../api/examples.js';
import { importRecordDetailSchema } from '../api/import-record.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { reviewItemExample, reviewRoundExample } from '../api/review-examples.js';
import { reviewItemSchema, reviewJudgementSchema, reviewReasonSchema, reviewRoundSchema, toReviewItem, toReviewRound } from '../api/review.js';
import { named } from '../api/schema-registry.js';
import { commaList, flag, idInPath, importIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { detailExample } from '../import-records/import-records.operations.js';

const tag = 'Controleronden';
const ofImport = z.strictObject({ importId: importIdSchema });
const ofItem = z.strictObject({ id: idInPath('Id van het item.') });
const roundExample = toReviewRound(reviewRoundExample, exampleLinks);
const itemExample = toReviewItem(reviewItemExample, exampleLinks);

export const showReviewRound = defineOperation({
  id: 'toonControleronde',
  method: 'get',
  path: '/imports/{importId}/controleronde',
  tag,
  summary: 'Toon de laatste controleronde van een import, met de voortgang',
  input: { params: ofImport },
  success: { status: 200, description: 'De controleronde.', schema: reviewRoundSchema, example: roundExample },
  problems: [404],
});

export const listReviewItems = defineOperation({
  id: 'lijstControlerondeItems',
  method: 'get',
  path: '/imports/{importId}/controleronde/items',
  tag,
  summary: 'Toon wat er te beoordelen is',
  input: {
    params: ofImport,
    query: z.strictObject({
      reden: commaList(reviewReasonSchema).describe('Een of meer redenen.').optional(),
      beoordeeld: flag().describe('Alleen wat wel of niet beoordeeld is.').optional(),
      ...pageQuery,
    }),
  },
  success: {
    status: 200,
    description: 'Eén pagina van de werklijst.',
    schema: named('ControlerondeItemPagina', pageSchema(reviewItemSchema)),
    example: pageExample(itemExample, '/v1/imports/duo/controleronde/items?beoordeeld=false'),
  },
  problems: [404],
});

export const judgeReviewItem = defineOperation({
  id: 'beoordeelItem',
  method: 'post',
  path: '/controleronde-items/{id}/oordelen',
  tag,
  summary: 'Beoordeel een item',
  description: 'Het blijft beoordeeld tot de reden wijzigt.',
  input: { params: ofItem, body: reviewJudgementSchema },
  success: { status: 200, description: 'Het item zoals het geworden is.', schema: reviewItemSchema, example: itemExample },
  problems: [403, 404, 409],
});

export const acceptRenumbering = defineOperation({
  id: 'aanvaardHernummering',
  method: 'post',
  path: '/controleronde-items/{id}/hernummering',
  tag,
  summary: 'Aanvaard dat een organisatie een nieuw BronID kreeg',
  description: 'G!DS-ID, publicatieactie, toelichting en koppeling gaan verder onder het nieuwe BronID.',
  input: { params: ofItem },
  success: { status: 200, description: 'De geïmporteerde organisatie onder haar nieuwe BronID.', schema: importRecordDetailSchema, example: detailExample, versioned: true },
  problems: [403, 404, 409],
});

export const closeReviewRound = defineOperation({
  id: 'sluitControleronde',
  method: 'post',
  path: '/controleronden/{id}/sluitingen',
  tag,
  summary: 'Sluit een controleronde waarin alles beoordeeld is',
  input: { params: z.strictObject({ id: idInPath('Id van de controleronde.') }) },
  success: { status: 200, description: 'De gesloten controleronde.', schema: reviewRoundSchema, example: roundExample },
  problems: [403, 404, 409],
});
