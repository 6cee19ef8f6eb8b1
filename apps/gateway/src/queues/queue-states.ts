import { serviceNames, ShowQueueState, type ReplyOf, type ServiceName } from '@gids/contracts';
import { RequestClient, type AskOptions, type Log } from '@gids/messaging';
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

  ask(asking: AskOptions = {}): Promise<ServiceState[]> {
    return Promise.all(serviceNames.map((service) => this.askOne(service, asking)));
  }

  private async askOne(service: ServiceName, asking: AskOptions): Promise<ServiceState> {
    try {
      return { service, state: await this.requests.ask(ShowQueueState, {}, { ...asking, service, timeout: patienceMs }) };
    } catch (error) {
      this.log.warn({ asked: service, reason: String(error) }, 'service does not tell how it is');
      return { service };
    }
  }
}
