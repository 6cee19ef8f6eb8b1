import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';

/** A person who can sign in. */
const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.uuid().primary(),
    name: p.text().unique(),
    role: p.text(),
    /** PHC form: algorithm, cost, salt and tag together. */
    passwordHash: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** A person who is signed in; the token itself is with the browser only. */
const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    tokenHash: p.text().primary(),
    account: () => p.manyToOne(Account).deleteRule('cascade'),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** A program that may ask. */
const MachineToken = defineEntity({
  name: 'MachineToken',
  tableName: 'machine_token',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    role: p.text(),
    tokenHash: p.text().unique(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
  },
});

/** Tries to sign in within a minute, by a key that says nothing of the person. */
const SignInAttempt = defineEntity({
  name: 'SignInAttempt',
  tableName: 'sign_in_attempt',
  properties: { key: p.text().primary(), windowStartedAt: p.datetime(), attempts: p.integer() },
});

/** What happened to a run, for those who watch; kept for a day. */
const LiveEvent = defineEntity({
  name: 'LiveEvent',
  tableName: 'live_event',
  properties: {
    /** In the order of the commits: the writers wait for each other. */
    seq: p.bigint().primary().autoincrement(),
    name: p.text(),
    sourceId: p.text(),
    runId: p.uuid(),
    data: p.json(),
    occurredAt: p.datetime().index(),
  },
});

export const gatewayEntities = [Account, Session, MachineToken, SignInAttempt, LiveEvent] as unknown as readonly EntitySchema[];
