import type { DataOf, Envelope, EventDefinition, ServiceName } from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';

/** What an event inherits from the work that leads to it. */
export interface Origin {
  readonly runid?: string;
  readonly runsequence?: number;
  readonly correlationid?: string;
  readonly causationid?: string;
  readonly traceparent?: string;
}

/** @returns the origin of what follows from an event. */
export function originOf(cause: Envelope): Origin {
  const { runid, runsequence, correlationid, traceparent, id } = cause;
  return {
    correlationid,
    causationid: id,
    ...(runid !== undefined && { runid }),
    ...(runsequence !== undefined && { runsequence }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

/** Collects the events of one transaction; they leave when it commits. */
export class OutgoingEvents {
  readonly collected: Envelope[] = [];

  constructor(
    private readonly service: ServiceName,
    private readonly origin: Origin,
    private readonly now: () => Date,
  ) {}

  /**
   * Adds an event.
   * @param subject the bronID or G!DS-ID that it is about
   * @param origin what it follows from, where that differs from the whole transaction
   * @throws ZodError where the data is not what the event declares
   */
  emit<Definition extends EventDefinition>(
    definition: Definition,
    data: DataOf<Definition>,
    { subject, origin = this.origin }: { subject?: string; origin?: Origin } = {},
  ): void {
    const id = uuidv7();
    this.collected.push({
      specversion: '1.0',
      id,
      source: `urn:nld:gids:${this.service}`,
      type: definition.type,
      time: this.now().toISOString(),
      datacontenttype: 'application/json',
      ...origin,
      ...(subject !== undefined && { subject }),
      correlationid: origin.correlationid ?? origin.runid ?? id,
      data: definition.schema.parse(data),
    });
  }
}
