import type { EntityManager, EntitySchema } from '@mikro-orm/core';

/** A stage of the pipeline: a process with a queue of its own and tables of its own. */
export interface Stage {
  readonly name: StageName;
  readonly entities: readonly EntitySchema[];
  /** Type of the message it puts out, and the stage that gets it. */
  readonly emits?: { readonly type: string; readonly to: StageName };
  /** Type of the message it takes in, and what it does with one: state changes in `em`, and the data of what it puts out. */
  readonly consumes?: { readonly type: string; handle(em: EntityManager, data: never): Promise<object | undefined> };
}

export const stageNames = ['fetcher', 'mapper', 'deduplicator', 'publisher', 'notifier'] as const;

export type StageName = (typeof stageNames)[number];

/** The queue that a stage takes its messages from; named after the database, so that each set of stages has its own. */
export function queueOf(database: string, stage: StageName): string {
  return `${database}.${stage}`;
}
