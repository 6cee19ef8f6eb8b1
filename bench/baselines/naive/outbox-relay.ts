import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/core';
import type { ClientProxy } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { Outbox, type OutboxEntry } from './entities.ts';
import type { Message } from './messages.ts';

/** A new message, as it goes into the outbox. */
export function outgoing(type: string, data: object): Omit<OutboxEntry, 'number'> {
  return { id: randomUUID(), type, time: new Date(), data };
}

/** Messages published together before their confirms are awaited. */
const batchSize = 100;

/** Milliseconds to wait when there was nothing to publish. */
const pause = 20;

/** Publishes what stands in the outbox and takes out what the broker has confirmed. Runs until the process ends. */
export async function relayOutbox(em: EntityManager, client: ClientProxy): Promise<never> {
  await client.connect();
  for (;;) {
    const entries = await em.fork().find(Outbox, {}, { orderBy: { number: 'asc' }, limit: batchSize });
    if (entries.length === 0) {
      await sleep(pause);
      continue;
    }
    await Promise.all(entries.map((entry) => lastValueFrom(client.emit(entry.type, messageOf(entry)))));
    await em.fork().nativeDelete(Outbox, { number: { $in: entries.map(({ number }) => number) } });
  }
}

function messageOf({ id, type, time, data }: OutboxEntry): Message<object> {
  return { id, type, time: time.toISOString(), data };
}
