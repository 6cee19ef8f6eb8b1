import { z } from 'zod';

/**
 * CloudEvents 1.0 attributes (N16, N19) with the extensions of this system. Attribute names are
 * lower case without separators, as the NL GOV profile asks; none holds personal data (N18).
 */
export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  /** UUIDv7; never reused (N17). */
  id: z.uuid(),
  /** `urn:nld:gids:<service>`. */
  source: z.string().min(1),
  type: z.string().min(1),
  /** RFC 3339 in UTC. */
  time: z.iso.datetime(),
  /** The bronID or G!DS-ID that the event is about. */
  subject: z.string().optional(),
  datacontenttype: z.literal('application/json'),
  /** Id of the import run; absent on what a person changed. */
  runid: z.uuid().optional(),
  /** Number of the run within its source: a store ignores what is older than what it holds. */
  runsequence: z.int().nonnegative().optional(),
  correlationid: z.string().min(1),
  /** Id of the event that led to this one. */
  causationid: z.string().optional(),
  /** W3C trace context. */
  traceparent: z.string().optional(),
  data: z.unknown(),
});

export type Envelope<Data = unknown> = Omit<z.infer<typeof envelopeSchema>, 'data'> & { data: Data };

/** Media type of a frame on the wire: a JSON array of CloudEvents. */
export const frameMediaType = 'application/cloudevents-batch+json';
