import { z } from 'zod';

export const queuesPath = '/v1/wachtrijen';
export const deadLettersPath = (service: string): string => `${queuesPath}/${encodeURIComponent(service)}/berichten`;
export const deadLetterPath = (service: string, id: string): string => `${deadLettersPath(service)}/${encodeURIComponent(id)}`;
export const redrivePath = (service: string): string => `${queuesPath}/${encodeURIComponent(service)}/_opnieuw`;

const count = z.number().int().nonnegative();

/** What waits at one service, as `GET /v1/wachtrijen` tells it. */
export const serviceQueuesSchema = z.looseObject({
  dienst: z.string(),
  bereikbaar: z.boolean(),
  wachtrijen: z.array(z.looseObject({ naam: z.string(), wachtend: count, verwerkersAangesloten: z.boolean() })),
  uitgaand: count,
  terzijde: count,
});
export type ServiceQueues = z.infer<typeof serviceQueuesSchema>;

export const allQueuesSchema = z.looseObject({ _embedded: z.looseObject({ item: z.array(serviceQueuesSchema) }) });

/** A message that a service could not process, as `GET /v1/wachtrijen/{dienst}/berichten` lists it. */
export const deadLetterSchema = z.looseObject({
  id: z.string(),
  wachtrij: z.string(),
  berichtId: z.string(),
  soort: z.string(),
  runId: z.string().nullish(),
  onderwerp: z.string().nullish(),
  reden: z.string(),
  fout: z.string(),
  pogingen: count,
  status: z.string(),
  aantalOpnieuw: count,
  ontstaanOp: z.string(),
  /** The message itself; only when one is shown. */
  inhoud: z.string().nullish(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;

export const redrivenSchema = z.looseObject({ opnieuwVerstuurd: count });
