import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import { SavedView } from '../saved-views/saved-view.entity.js';
import { auditEntities } from './audit-entities.js';

/** A person who can sign in. */
const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.uuid().primary(),
    /** Never changes: other services know the person by it. */
    name: p.text().unique(),
    email: p.text().nullable(),
    displayName: p.text().nullable(),
    systemAdministrator: p.boolean().default(false),
    /** Whether the password was made by somebody else. */
    mustChangePassword: p.boolean().default(false),
    blockedAt: p.datetime().nullable(),
    /** Issuer and subject of who signs in with OpenID Connect (N24). */
    subject: p.text().nullable().unique(),
    /** PHC form: algorithm, cost, salt and tag together; absent where another system knows the password. */
    passwordHash: p.text().nullable(),
    /** Counts up with every change of the person or of the rights. */
    version: p.integer().default(1),
    /** The version that the other services were told of. */
    toldVersion: p.integer().default(0),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** The importrecht of a person (R78). */
const ImportRight = defineEntity({
  name: 'ImportRight',
  tableName: 'import_right',
  properties: {
    account: () => p.manyToOne(Account).primary().deleteRule('cascade'),
    importId: p.text().primary(),
    grantedBy: p.text(),
    grantedAt: p.datetime(),
  },
});

/** A person who is signed in; the token itself is with the browser only. */
const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    tokenHash: p.text().primary(),
    account: () => p.manyToOne(Account).deleteRule('cascade').index(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** The command line of this installation: it may do everything. */
const MachineToken = defineEntity({
  name: 'MachineToken',
  tableName: 'machine_token',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    tokenHash: p.text().unique(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    /** When the other services were told that it can hold roles. */
    toldAt: p.datetime().nullable(),
  },
});

/** A script that brings the data of one import (R78, RELIABILITY e9); one that was withdrawn stays, to be recognised. */
const ApiKey = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  indexes: [{ properties: ['name', 'importId'] }],
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    importId: p.text(),
    /** The part of the key that may be seen. */
    prefix: p.text().unique(),
    keyHash: p.text(),
    createdBy: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
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

export const gatewayEntities = [
  Account,
  ImportRight,
  Session,
  MachineToken,
  ApiKey,
  LiveEvent,
  SavedView,
  ...auditEntities,
] as unknown as readonly EntitySchema[];
