import { serviceNames, type DeadLetterView, type ReplyOf, type ServiceName, type ShowQueueState } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, deadLetterReasonTerms, termSchema, termTables } from './terms.js';
import { moment } from './values.js';

export const serviceSchema = named('Dienst', z.enum(serviceNames).describe('Naam van een dienst.'));
export const deadLetterStateSchema = named('Berichtstatus', termSchema(termTables.deadLetterState, 'Hoe een terzijde gelegd bericht ervoor staat.'));

const count = (description: string) => z.int().nonnegative().describe(description);

export const serviceQueuesSchema = named(
  'DienstWachtrijen',
  z
    .object({
      dienst: serviceSchema,
      bereikbaar: z.boolean().describe('Of de dienst antwoordt; zo niet, dan zijn de aantallen 0.'),
      wachtrijen: z.array(
        z.object({
          naam: z.string(),
          wachtend: count('Berichten die wachten.'),
          verwerkersAangesloten: z.boolean().describe('Of iemand de wachtrij leest.'),
        }),
      ),
      uitgaand: count('Berichten die nog verstuurd moeten worden.'),
      terzijde: count('Berichten die terzijde gelegd zijn en op een beslissing wachten.'),
      _links: z.object({ berichten: linkSchema }),
    })
    .describe('Wat er bij een dienst wacht.'),
);
export type ServiceQueues = z.infer<typeof serviceQueuesSchema>;

export const allQueuesSchema = named(
  'Wachtrijen',
  z.object({ _embedded: z.object({ item: z.array(serviceQueuesSchema) }), _links: z.object({ self: linkSchema }) }),
);

const deadLetterShape = {
  id: z.uuid(),
  dienst: serviceSchema,
  wachtrij: z.string(),
  berichtId: z.string().describe('Blijft gelijk als het bericht opnieuw verstuurd wordt.'),
  soort: z.string().describe('Soort bericht (CloudEvents `type`).'),
  runId: z.string().nullable(),
  onderwerp: z.string().nullable().describe('BronID of G!DS-ID waar het over gaat.'),
  reden: named('Terzijdereden', termSchema(termTables.deadLetterReason, 'Waarom het bericht terzijde ligt.')),
  fout: z.string().describe('Technische omschrijving.'),
  pogingen: count('Hoe vaak de verwerking is geprobeerd.'),
  status: deadLetterStateSchema,
  aantalOpnieuw: count('Hoe vaak het opnieuw verstuurd is.'),
  ontstaanOp: moment('Wanneer het terzijde gelegd is.'),
  _links: z.object({ self: linkSchema }),
};

export const deadLetterSchema = named('TerzijdeBericht', z.object(deadLetterShape).describe('Een bericht dat niet verwerkt kon worden.'));
export type DeadLetter = z.infer<typeof deadLetterSchema>;

export const deadLetterDetailSchema = named(
  'TerzijdeBerichtDetail',
  z.object({ ...deadLetterShape, inhoud: z.string().nullable().describe('Het bericht zelf, als tekst.') }),
);
export type DeadLetterDetail = z.infer<typeof deadLetterDetailSchema>;

export const redriveSchema = named(
  'OpnieuwVersturen',
  z.strictObject({
    ids: z.array(z.uuid()).min(1).max(1000).optional().describe('Welke berichten; zonder `ids` alle die open staan.'),
  }),
);
export const redrivenSchema = named('OpnieuwVerstuurd', z.object({ opnieuwVerstuurd: count('Hoeveel berichten opnieuw verstuurd zijn.') }));

/** @returns what waits at a service; `state` is absent where it does not answer */
export function toServiceQueues(service: ServiceName, state: ReplyOf<typeof ShowQueueState> | undefined, links: ApiLinks): ServiceQueues {
  return {
    dienst: service,
    bereikbaar: state !== undefined,
    wachtrijen: (state?.queues ?? []).map(({ name, ready, consumersAttached }) => ({
      naam: name,
      wachtend: ready,
      verwerkersAangesloten: consumersAttached,
    })),
    uitgaand: state?.outboxWaiting ?? 0,
    terzijde: state?.deadLettersOpen ?? 0,
    _links: { berichten: links.queues(service) },
  };
}

/** @returns a dead letter as the API tells it */
export function toDeadLetter(service: ServiceName, view: DeadLetterView, links: ApiLinks): DeadLetter {
  return {
    id: view.id,
    dienst: service,
    wachtrij: view.queue,
    berichtId: view.messageId,
    soort: view.eventType,
    runId: view.runId ?? null,
    onderwerp: view.subject ?? null,
    reden: reasonOf(view.reason),
    fout: view.error,
    pogingen: view.attempts,
    status: apiValueOf(termTables.deadLetterState, view.state),
    aantalOpnieuw: view.redrives,
    ontstaanOp: view.createdAt,
    _links: { self: links.deadLetter(service, view.id) },
  };
}

/** A reason of a newer version of a service counts as a failure. */
function reasonOf(reason: string): DeadLetter['reden'] {
  const known = Object.hasOwn(deadLetterReasonTerms, reason) ? (reason as keyof typeof deadLetterReasonTerms) : 'failed';
  return apiValueOf(deadLetterReasonTerms, known);
}
