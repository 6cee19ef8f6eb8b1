import { Migration } from '@mikro-orm/migrations';
import type { Constructor } from '@mikro-orm/core';

export { Migration };

/** A migration is known by its class name, which starts with its date. */
export type MigrationClass = Constructor<Migration>;
