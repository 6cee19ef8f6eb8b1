import { contractActions } from '@gids/contracts';
import { z } from 'zod';
import { contractOverviewSchema, toContractOverview } from '../api/contract-overview.js';
import { directoryOrganisationExample, withoutAddress } from '../api/directory-examples.js';
import { exampleLinks, pageExample } from '../api/examples.js';
import { pageQuery } from '../api/page.js';
import { idInPath } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

export const listContracts = defineOperation({
  id: 'lijstContracten',
  method: 'get',
  path: '/gids-organisaties/{gidsId}/contracten',
  tag: 'G!DS-organisaties',
  summary: 'Toon het contractenoverzicht van een organisatie',
  description: 'Wat direct onder haar valt, zichtbaar of niet, en wat u daar kunt toevoegen: dat kan een accountmanager van haar of van een organisatie daarboven.',
  input: { params: z.strictObject({ gidsId: idInPath('Het G!DS-ID van de bovenliggende organisatie.') }), query: z.strictObject(pageQuery) },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst, op naam.',
    schema: contractOverviewSchema,
    example: toContractOverview(pageExample(withoutAddress(directoryOrganisationExample), '/v1/gids-organisaties/100009/contracten'), contractActions, exampleLinks),
  },
  problems: [404],
});
