import type { InboxMessage, InboxMessageDetail } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { moment } from './values.js';

export const messageIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/, { error: 'Geef de id van een bericht.' })
  .describe('Id van het bericht.');

export const messageKindSchema = named('Meldingsoort', termSchema(termTables.messageKind, 'Waar een bericht over gaat.'));

const shape = {
  id: z.string().describe('Id van de melding.'),
  soort: messageKindSchema,
  import: z.string().nullable().describe('Id van de import, als de melding over een import gaat.'),
  onderwerp: z.string(),
  geschrevenOp: moment('Wanneer de melding geschreven is.'),
  gelezenOp: moment('Wanneer u de melding las.').nullable(),
  _links: z.object({ self: linkSchema }),
};

export const messageSchema = named('Melding', z.object(shape).describe('Een bericht aan u, ook als u geen e-mail krijgt.'));
export type ApiMessage = z.infer<typeof messageSchema>;

export const messageDetailSchema = named('MeldingMetTekst', z.object({ ...shape, tekst: z.string().describe('Wat er staat, als gewone tekst.') }));
export type ApiMessageDetail = z.infer<typeof messageDetailSchema>;

export const messageChangeSchema = named('MeldingWijzigen', z.strictObject({ gelezen: z.boolean().describe('Of u de melding gelezen heeft.') }));

/** @returns a message as the API tells it */
export function toMessage(view: InboxMessage, links: ApiLinks): ApiMessage {
  return {
    id: view.id,
    soort: apiValueOf(termTables.messageKind, view.kind),
    import: view.importId ?? null,
    onderwerp: view.subject,
    geschrevenOp: view.writtenAt,
    gelezenOp: view.readAt ?? null,
    _links: { self: links.message(view.id) },
  };
}

/** @returns a message with its text as the API tells it */
export function toMessageDetail(view: InboxMessageDetail, links: ApiLinks): ApiMessageDetail {
  return { ...toMessage(view, links), tekst: view.text };
}
