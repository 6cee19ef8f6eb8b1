import { z } from 'zod';
import { directoryOrganisationExample, withoutAddress } from '../api/directory-examples.js';
import { directoryOrganisationSchema, transferSchema } from '../api/directory-organisation.js';
import { exampleLinks, recordDetailExample } from '../api/examples.js';
import { importRecordDetailSchema } from '../api/import-record.js';
import { linkChangeSchema, recordChangeSchema, recordLinkSchema, suppressionSchema, takeOverChangeSchema, toRecordLink } from '../api/record-change.js';
import { named } from '../api/schema-registry.js';
import { defineOperation } from '../http/operation.js';
import { seenVersion } from '../http/version-tag.js';
import { repeatable } from '../idempotency/idempotency-key.js';
import { detailExample, recordParams } from './import-records.operations.js';

const tag = 'Organisatie-importen';
const problems = [403, 404, 409];
const changed = {
  status: 200,
  description: 'De geïmporteerde organisatie zoals zij geworden is.',
  schema: importRecordDetailSchema,
  example: detailExample,
  versioned: true,
} as const;

export const changeRecord = defineOperation({
  id: 'wijzigOrganisatieimport',
  method: 'patch',
  path: '/organisatieimporten/{id}',
  tag,
  summary: 'Wijzig de publicatieactie of de toelichting',
  description: 'De publicatieactie werkt meteen. Is de organisatie gekoppeld, dan kan een andere actie alleen met `ontkoppelen`. Iets anders kan niemand wijzigen.',
  input: { params: recordParams, headers: seenVersion, body: recordChangeSchema },
  success: changed,
  problems,
});

export const showLink = defineOperation({
  id: 'toonKoppeling',
  method: 'get',
  path: '/organisatieimporten/{id}/koppeling',
  tag,
  summary: 'Toon aan welke organisatie van de gids zij gekoppeld is',
  input: { params: recordParams },
  success: {
    status: 200,
    description: 'De koppeling; er is er geen waar zij niet gekoppeld is (404).',
    schema: recordLinkSchema,
    example: toRecordLink(recordDetailExample.id, directoryOrganisationExample.gidsId, recordDetailExample.version, exampleLinks),
    versioned: true,
  },
  problems: [404],
});

export const linkRecord = defineOperation({
  id: 'koppelOrganisatieimport',
  method: 'put',
  path: '/organisatieimporten/{id}/koppeling',
  tag,
  summary: 'Koppel haar aan een organisatie van de gids',
  description: 'Kan alleen met de publicatieactie `nietZichtbaar`, en alleen aan een organisatie die in de gids wordt beheerd.',
  input: { params: recordParams, headers: seenVersion, body: linkChangeSchema },
  success: changed,
  problems,
});

export const unlinkRecord = defineOperation({
  id: 'ontkoppelOrganisatieimport',
  method: 'delete',
  path: '/organisatieimporten/{id}/koppeling',
  tag,
  summary: 'Beëindig de koppeling',
  input: { params: recordParams, headers: seenVersion },
  success: changed,
  problems,
});

export const takeOverProducts = defineOperation({
  id: 'neemProductenOver',
  method: 'put',
  path: '/organisatieimporten/{id}/productovername',
  tag,
  summary: 'Neem producten van een gekoppelde organisatie over',
  description: 'Met `alle` komen ook latere producten mee.',
  input: { params: recordParams, headers: seenVersion, body: takeOverChangeSchema },
  success: changed,
  problems,
});

export const suppressRecord = defineOperation({
  id: 'schermAf',
  method: 'post',
  path: '/organisatieimporten/{id}/afscherming',
  tag,
  summary: 'Wis de gegevens voorgoed op verzoek van een persoon',
  description: 'De gegevens komen ook na een latere import niet terug. Dit kan niet ongedaan worden gemaakt.',
  input: { params: recordParams, headers: seenVersion, body: suppressionSchema },
  success: changed,
  problems,
});

export const transferManagement = defineOperation({
  id: 'draagBeheerOver',
  method: 'post',
  path: '/organisatieimporten/{id}/overdrachten',
  tag,
  summary: 'Draag het beheer over aan een redacteur',
  description:
    'Maakt een kopie onder een bovenliggende organisatie en zet de geïmporteerde organisatie op `nietZichtbaar`: alles of niets. Is de kopie door validatiefouten niet zichtbaar, dan blijft de geïmporteerde organisatie zoals zij is.',
  input: { params: recordParams, headers: seenVersion.extend(repeatable.shape), body: transferSchema },
  success: {
    status: 201,
    description: 'De kopie, en de geïmporteerde organisatie zoals zij geworden is.',
    schema: named(
      'BeheerOvergedragen',
      z.object({
        kopie: directoryOrganisationSchema,
        organisatieimport: importRecordDetailSchema,
        uitgesteld: z.boolean().describe('De kopie is niet zichtbaar; de geïmporteerde organisatie is daarom niet verborgen.'),
      }),
    ),
    example: { kopie: withoutAddress({ ...directoryOrganisationExample, version: 1, copiedFromGidsId: 884_213 }), organisatieimport: detailExample, uitgesteld: false },
    headers: { Location: 'Adres van de kopie.' },
  },
  problems,
});
