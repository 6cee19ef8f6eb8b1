import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import { Migration, type MigrationClass } from '@gids/persistence';

/** Frames that wait to be published; a row is gone once the bus has it. */
export const OutboxFrame = defineEntity({
  name: 'OutboxFrame',
  tableName: 'outbox',
  properties: {
    seq: p.bigint().primary().autoincrement(),
    messageId: p.text(),
    type: p.text(),
    /** Set for a redrive, which goes to one queue instead of to all that are bound. */
    targetQueue: p.text().nullable(),
    headers: p.text(),
    body: p.blob(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** What was handled already: the key that makes a second delivery harmless. */
export const InboxEntry = defineEntity({
  name: 'InboxEntry',
  tableName: 'inbox',
  properties: {
    messageId: p.text().primary(),
    state: p.text(),
    attempts: p.integer().default(0),
    receivedAt: p.datetime().defaultRaw('now()').index(),
  },
});

/** Messages that could not be processed and wait for a person. */
export const DeadLetter = defineEntity({
  name: 'DeadLetter',
  tableName: 'dead_letter',
  uniques: [{ properties: ['queue', 'messageId'] }],
  properties: {
    id: p.uuid().primary(),
    queue: p.text(),
    messageId: p.text(),
    eventType: p.text(),
    runId: p.text().nullable(),
    subject: p.text().nullable(),
    reason: p.text(),
    error: p.text(),
    attempts: p.integer(),
    state: p.text().default('OPEN'),
    redrives: p.integer().default(0),
    headers: p.text(),
    payload: p.blob(),
    createdAt: p.datetime().defaultRaw('now()'),
    redrivenAt: p.datetime().nullable(),
  },
});

/** Tables that every service keeps in its own schema. */
export const messagingEntities: readonly EntitySchema[] = [OutboxFrame, InboxEntry, DeadLetter] as unknown as EntitySchema[];

class Migration20261122_messaging extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "outbox" ("seq" bigserial PRIMARY KEY, "message_id" text NOT NULL, "type" text NOT NULL,
      "target_queue" text NULL, "headers" text NOT NULL, "body" bytea NOT NULL, "created_at" timestamptz NOT NULL DEFAULT now())`);
    // Frames are JSON of half a megabyte that lives for milliseconds: compressing them is lost work.
    this.addSql('ALTER TABLE "outbox" ALTER COLUMN "body" SET STORAGE EXTERNAL');
    this.addSql('ALTER TABLE "outbox" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)');
    this.addSql(`CREATE TABLE "inbox" ("message_id" text NOT NULL, "state" text NOT NULL, "attempts" int NOT NULL DEFAULT 0,
      "received_at" timestamptz NOT NULL DEFAULT now(), PRIMARY KEY ("message_id"))`);
    this.addSql('CREATE INDEX "inbox_received_at_index" ON "inbox" ("received_at")');
    this.addSql(`CREATE TABLE "dead_letter" ("id" uuid NOT NULL, "queue" text NOT NULL, "message_id" text NOT NULL,
      "event_type" text NOT NULL, "run_id" text NULL, "subject" text NULL, "reason" text NOT NULL, "error" text NOT NULL,
      "attempts" int NOT NULL, "state" text NOT NULL DEFAULT 'OPEN', "redrives" int NOT NULL DEFAULT 0, "headers" text NOT NULL,
      "payload" bytea NOT NULL, "created_at" timestamptz NOT NULL DEFAULT now(), "redriven_at" timestamptz NULL, PRIMARY KEY ("id"))`);
    this.addSql('ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_queue_message_id_unique" UNIQUE ("queue", "message_id")');
  }
}

export const messagingMigrations: readonly MigrationClass[] = [Migration20261122_messaging];
