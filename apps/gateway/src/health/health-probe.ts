import { CLOCK, type Clock } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { QueueStates, type ServiceState } from '../queues/queue-states.js';

/** Strangers may ask as often as they like: the services are asked once in this time. */
const freshMs = 5_000;

/** How all services are, as it was a moment ago. */
@Injectable()
export class HealthProbe {
  private askedAt = Number.NEGATIVE_INFINITY;
  private answer: Promise<ServiceState[]> | undefined;

  constructor(
    private readonly states: QueueStates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  look(): Promise<ServiceState[]> {
    const now = this.clock().getTime();
    if (this.answer && now - this.askedAt < freshMs) return this.answer;
    this.askedAt = now;
    this.answer = this.states.ask();
    return this.answer;
  }
}
