import type { ServiceName } from '@gids/contracts';
import { sqlOf } from '@gids/persistence';
import { countOpenDeadLetters, countWaitingFrames, type FrameConsumerOptions } from '@gids/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const milliseconds = 1_000;

/** Prometheus metrics of one service; labels never hold a record, a person or an address. */
export class ServiceMetrics {
  readonly registry = new Registry();
  private readonly processed = new Counter({
    name: 'messaging_processed_total',
    help: 'Frames of events by outcome: ok, duplicate, retry or dead.',
    labelNames: ['service', 'event', 'outcome'],
    registers: [this.registry],
  });
  private readonly duration = new Histogram({
    name: 'messaging_process_duration_seconds',
    help: 'Time to handle a frame of events.',
    labelNames: ['service', 'event'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(
    private readonly service: ServiceName,
    orm: MikroORM,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('messaging_outbox_pending', 'Frames that wait to be published.', () => countWaitingFrames(sqlOf(orm.em.fork())));
    this.gauge('dead_letters_open', 'Messages that wait for a person.', () => countOpenDeadLetters(sqlOf(orm.em.fork())));
  }

  readonly observe: NonNullable<FrameConsumerOptions['observe']> = ({ type, outcome, milliseconds: taken }) => {
    this.processed.inc({ service: this.service, event: type, outcome });
    this.duration.observe({ service: this.service, event: type }, taken / milliseconds);
  };

  private gauge(name: string, help: string, read: () => Promise<number>): void {
    const { service } = this;
    new Gauge({
      name,
      help,
      labelNames: ['service'],
      registers: [this.registry],
      async collect() {
        this.set({ service }, await read());
      },
    });
  }
}
