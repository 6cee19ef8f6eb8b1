import { defineEntity, p } from '@mikro-orm/core';

/**
 * The last change of each organisation that is or was public (R98). Triggers on `organisation` keep it, so that no way in
 * which one is changed can forget to; see the migration.
 */
export const PublicChange = defineEntity({
  name: 'PublicChange',
  tableName: 'public_change',
  indexes: [{ name: 'public_change_order', properties: ['changedIn', 'gidsId'] }],
  properties: {
    gidsId: p.bigint().primary().autoincrement(false),
    /** The transaction that changed it: numbers of transactions of which all smaller ones have ended are in the order of the feed. */
    changedIn: p.string().columnType('xid8'),
    changedAt: p.datetime(),
  },
});

const note = (event: 'insert' | 'update' | 'delete') =>
  ({
    name: `note_public_${event}`,
    timing: 'after',
    events: [event] as ['insert' | 'update' | 'delete'],
    forEach: 'statement',
    expression: `EXECUTE FUNCTION note_public_${event}()`,
  }) as const;

/** The triggers of `organisation` by their names, so that the schema is known to have them; the migration tells what they do. */
export const publicChangeTriggers = [note('insert'), note('update'), note('delete')];
