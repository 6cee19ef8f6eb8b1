import { z } from 'zod';
import { comparisonsSchema, toComparisons } from '../api/comparison.js';
import { exampleLinks } from '../api/examples.js';
import { comparisonExample } from '../api/report-examples.js';
import { idInPath } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

export const showComparisons = defineOperation({
  id: 'toonVergelijkingen',
  method: 'get',
  path: '/gids-organisaties/{gidsId}/vergelijkingen',
  tag: 'G!DS-organisaties',
  summary: 'Vergelijk een organisatie met de imports die eraan gekoppeld zijn',
  description: 'Voor redacteuren en de accountmanager van de organisatie, en voor importbeheerders. Neem een waarde over door de organisatie te wijzigen.',
  input: { params: z.strictObject({ gidsId: idInPath('Het G!DS-ID.') }) },
  success: { status: 200, description: 'De vergelijkingen.', schema: comparisonsSchema, example: toComparisons(comparisonExample, exampleLinks) },
  problems: [403, 404, 409],
});
