import { z } from 'zod';
import { contractInputSchema } from '../api/contract.js';
import { directoryOrganisationExample, withoutAddress } from '../api/directory-examples.js';
import {
  directoryOrganisationSchema,
  managementSchema,
  organisationChangeSchema,
  organisationCreateSchema,
  visibilitySchema,
} from '../api/directory-organisation.js';
import { pageExample } from '../api/examples.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { commaList, flag, idInPath, text } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { seenVersion } from '../http/version-tag.js';
import { repeatable } from '../idempotency/idempotency-key.js';

const tag = 'G!DS-organisaties';
const params = z.strictObject({ gidsId: idInPath('Het G!DS-ID.') });
const example = withoutAddress(directoryOrganisationExample);
const changed = { status: 200, description: 'De organisatie zoals zij geworden is.', schema: directoryOrganisationSchema, example, versioned: true } as const;

export const listDirectoryOrganisations = defineOperation({
  id: 'lijstGidsOrganisaties',
  method: 'get',
  path: '/gids-organisaties',
  tag,
  summary: 'Zoek organisaties van de gids, zichtbaar of niet',
  input: {
    query: z.strictObject({
      naam: text(200).describe('Deel van de naam; hoofdletters en accenten tellen niet.').optional(),
      plaats: text(200).describe('Woonplaats van het bezoekadres.').optional(),
      bovenliggendeOrganisatieId: idInPath('G!DS-ID van de organisatie waar zij onder vallen.').optional(),
      beheer: commaList(managementSchema).describe('Van wie zij zijn: een of meer waarden.').optional(),
      zichtbaar: flag().describe('Alleen wat wel of niet zichtbaar is.').optional(),
      ...pageQuery,
    }),
  },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst.',
    schema: named('GidsOrganisatiePagina', pageSchema(directoryOrganisationSchema)),
    example: pageExample(example, '/v1/gids-organisaties?naam=eenspan'),
  },
});

export const showDirectoryOrganisation = defineOperation({
  id: 'toonGidsOrganisatie',
  method: 'get',
  path: '/gids-organisaties/{gidsId}',
  tag,
  summary: 'Toon één organisatie van de gids',
  input: { params },
  success: { ...changed, description: 'De organisatie.' },
  problems: [404],
});

export const createOrganisation = defineOperation({
  id: 'maakGidsOrganisatie',
  method: 'post',
  path: '/gids-organisaties',
  tag,
  summary: 'Voer een organisatie in onder eigen beheer, met haar contract',
  input: { headers: repeatable, body: organisationCreateSchema },
  success: { ...changed, status: 201, description: 'De organisatie.', headers: { Location: 'Adres van de organisatie.' } },
  problems: [403, 404, 409],
});

export const changeOrganisation = defineOperation({
  id: 'wijzigGidsOrganisatie',
  method: 'put',
  path: '/gids-organisaties/{gidsId}',
  tag,
  summary: 'Wijzig de gegevens van een organisatie',
  description: 'Vervangt alle gegevens. Een geïmporteerde organisatie kan niemand wijzigen.',
  input: { params, headers: seenVersion, body: organisationChangeSchema },
  success: changed,
  problems: [403, 404, 409],
});

export const changeVisibility = defineOperation({
  id: 'wijzigZichtbaarheid',
  method: 'put',
  path: '/gids-organisaties/{gidsId}/zichtbaarheid',
  tag,
  summary: 'Maak een organisatie zichtbaar of niet zichtbaar',
  description: 'De geïmporteerde organisaties die dezelfde zijn volgen vanzelf.',
  input: { params, headers: seenVersion, body: visibilitySchema },
  success: changed,
  problems: [403, 404, 409],
});

export const changeContract = defineOperation({
  id: 'wijzigContract',
  method: 'put',
  path: '/gids-organisaties/{gidsId}/contract',
  tag,
  summary: 'Wijzig het contract van een organisatie',
  description: 'Het contract van een geïmporteerde organisatie staat vast.',
  input: { params, headers: seenVersion, body: contractInputSchema },
  success: changed,
  problems: [403, 404, 409],
});

export const confirmOrganisation = defineOperation({
  id: 'bevestigGidsOrganisatie',
  method: 'post',
  path: '/gids-organisaties/{gidsId}/controles',
  tag,
  summary: 'Bevestig dat de gegevens kloppen',
  description: 'De controletermijn begint opnieuw.',
  input: { params, headers: seenVersion },
  success: changed,
  problems: [403, 404, 409],
});

export const deleteOrganisation = defineOperation({
  id: 'verwijderGidsOrganisatie',
  method: 'delete',
  path: '/gids-organisaties/{gidsId}',
  tag,
  summary: 'Verwijder een organisatie met haar contract en producten',
  description: 'Kan niet zolang er organisaties onder vallen, of als zij geïmporteerd is.',
  input: { params, headers: seenVersion },
  success: { status: 204, description: 'De organisatie is verwijderd.' },
  problems: [403, 404, 409],
});
