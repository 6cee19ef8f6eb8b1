import type { MailDeliveryView } from '@gids/contracts';
import { z } from 'zod';
import { messageKindSchema } from './message.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { moment } from './values.js';

export const deliveryStateSchema = named('Bezorgstatus', termSchema(termTables.deliveryState, 'Waar een e-mail is op zijn weg.'));

export const deliverySchema = named(
  'Bezorging',
  z
    .object({
      id: z.string().describe('Id van het bericht.'),
      soort: messageKindSchema,
      onderwerp: z.string(),
      adres: z.string().describe('Waar de e-mail naartoe gaat.'),
      status: deliveryStateSchema,
      pogingen: z.int().nonnegative(),
      volgendeOp: moment('De volgende poging.').nullable(),
      uitkomst: z.string().nullable().describe('Wat de laatste poging opleverde, in de woorden van de mailserver.'),
      geschrevenOp: moment('Wanneer het bericht geschreven is.'),
      gewijzigdOp: moment('Wanneer de status wijzigde.'),
      beslistDoor: z.string().nullable().describe('Wie over deze bezorging besliste.'),
    })
    .describe('De weg van een e-mail.'),
);
export type ApiDelivery = z.infer<typeof deliverySchema>;

export const deliveryDecisionSchema = named(
  'BezorgingBeslissen',
  z.strictObject({ besluit: termSchema(termTables.deliveryDecision, 'Of de e-mail is aangekomen, of opnieuw moet.') }),
);

export const releasedSchema = named('PostVrijgegeven', z.object({ vrijgegeven: z.int().nonnegative().describe('Hoeveel e-mails nu weggaan.') }));

/** @returns a delivery as the API tells it */
export function toDelivery(view: MailDeliveryView): ApiDelivery {
  return {
    id: view.id,
    soort: apiValueOf(termTables.messageKind, view.kind),
    onderwerp: view.subject,
    adres: view.address,
    status: apiValueOf(termTables.deliveryState, view.state),
    pogingen: view.attempts,
    volgendeOp: view.dueAt ?? null,
    uitkomst: view.detail ?? null,
    geschrevenOp: view.writtenAt,
    gewijzigdOp: view.changedAt,
    beslistDoor: view.decidedBy ?? null,
  };
}
