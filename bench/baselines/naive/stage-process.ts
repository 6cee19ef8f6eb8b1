import 'reflect-metadata';
import { MikroORM } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import { databaseUrl } from '../../measure/psql.ts';
import { deduplicator } from './deduplicator.ts';
import { fetcher, fetchFile } from './fetcher.ts';
import { mapper } from './mapper.ts';
import { MessageHandler } from './message-handler.ts';
import { clientOf, listen } from './nest-application.ts';
import { notifier } from './notifier.ts';
import { relayOutbox } from './outbox-relay.ts';
import { publisher } from './publisher.ts';
import { queueOf, type Stage } from './stage.ts';

const stages: readonly Stage[] = [fetcher, mapper, deduplicator, publisher, notifier];

/** Connections of a stage; two cores have no use for more. */
const poolSize = 5;

/** What a stage tells the process that started it. */
export type StageReport = { readonly ready: true } | { readonly handled: number };

/** What a stage can be told: to read a file (the fetcher only). */
export interface FetchRequest {
  readonly file: string;
}

function report(message: StageReport): void {
  process.send?.(message);
}

async function connect(stage: Stage, database: string): Promise<MikroORM> {
  const orm = await MikroORM.init({
    clientUrl: databaseUrl(database),
    schema: stage.name,
    entities: [...stage.entities],
    pool: { min: 1, max: poolSize },
  });
  await orm.schema.create();
  return orm;
}

async function main(name: string | undefined, database: string | undefined): Promise<void> {
  const stage = stages.find((candidate) => candidate.name === name);
  if (!stage || !database) throw new Error('Gebruik: stage-process.ts STAP DATABASE');
  Logger.overrideLogger(['error', 'warn']);
  const { em } = await connect(stage, database);
  if (stage.emits) void relayOutbox(em, clientOf(queueOf(database, stage.emits.to))).catch(fail);
  let handled = 0;
  const handler = new MessageHandler(em, stage, () => report({ handled: ++handled }));
  if (stage.consumes) await listen(queueOf(database, stage.name), stage.consumes.type, handler);
  process.on('message', ({ file }: FetchRequest) => void fetchFile(em, file).catch(fail));
  process.on('disconnect', () => process.exit());
  report({ ready: true });
}

function fail(error: unknown): never {
  console.error(error);
  process.exit(1);
}

await main(...(process.argv.slice(2) as [string?, string?])).catch(fail);
