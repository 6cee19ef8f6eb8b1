import { serviceNames, ShowQueueState, type ReplyOf, type ServiceName } from '@gids/contracts';
import { RequestClient, type Log } from '@gids/messaging';
import { LOG } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';

/** A service that takes longer counts as one that does not answer. */
const patienceMs = 3_000;

export interface ServiceState {
  readonly service: ServiceName;
  /** Absent where the service does not answer. */
  readonly state?: ReplyOf<typeof ShowQueueState>;
}

/** Asks all services at once how they are. */
@Injectable()
export class QueueStates {
  constructor(
    private readonly requests: RequestClient,
    @Inject(LOG) private readonly log: Log,
  ) {}

  ask(correlationid?: string): Promise<ServiceState[]> {
    return Promise.all(serviceNames.map((service) => this.askOne(service, correlationid)));
  }

  private async askOne(service: ServiceName, correlationid?: string): Promise<ServiceState> {
    try {
      const options = { service, timeout: patienceMs, ...(correlationid && { correlationid }) };
      return { service, state: await this.requests.ask(ShowQueueState, {}, options) };
    } catch (error) {
      this.log.warn({ asked: service, reason: String(error) }, 'service does not tell how it is');
      return { service };
    }
  }
}
