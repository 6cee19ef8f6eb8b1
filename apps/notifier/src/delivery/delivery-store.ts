import type { DeliveryDecision } from '@gids/contracts';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sqlOf } from '@gids/persistence';
import type { Mail, MailTransport } from '../mail/mail-transport.js';
import { DeliveryRow, type DeliveryEntity } from '../entities.js';
import type { Screens } from '../messages/screens.js';
import { canBeDecided, decide, type Delivery, type Outcome, type Step } from './delivery.js';

/** A mail that this process has in hand until its lease ends. */
export interface Taken {
  readonly mail: Mail;
  readonly delivery: Delivery;
}

/** Time between the latest end of an attempt and the end of its lease, to store the outcome in. */
const leaseMarginMs = 60_000;

/**
 * Takes what is due, at most `limit`, and skips what another replica is taking. What others let their lease of
 * run out is settled on the way.
 * @param em written and committed by the caller
 * @returns what is in hand once the transaction has committed
 */
export async function takeDue(em: EntityManager, limit: number, transport: MailTransport, now: Date, screens: Screens): Promise<Taken[]> {
  const rows = await em.find(DeliveryRow, { dueAt: { $lte: now } }, { orderBy: { dueAt: 'asc' }, limit, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE });
  await em.populate(rows, ['message']);
  const taken: Taken[] = [];
  for (const row of rows) {
    const next = decide(deliveryOf(row), dueStep(row, transport), now);
    em.assign(row, { state: next.state, attempts: next.attempts, dueAt: next.dueAt, detail: next.detail, changedAt: now });
    if (next.state === 'sending') taken.push({ mail: mailOf(row, screens), delivery: next });
  }
  return taken;
}

/**
 * Stores how an attempt ended. An outcome that comes after the end of its lease still counts, unless the mail
 * is in other hands by then. A server that is away is away for all mail that waits.
 */
export async function settle(em: EntityManager, { mail, delivery }: Taken, outcome: Outcome, now: Date): Promise<Delivery> {
  const { state, dueAt, detail, attempts } = decide(delivery, outcome, now);
  await em.nativeUpdate(
    DeliveryRow,
    { message: mail.id, attempts, state: { $in: ['sending', 'unconfirmed'] } },
    { state, dueAt, detail, changedAt: now },
  );
  if (outcome.kind === 'unreachable' && dueAt) await postponeWaiting(em, dueAt);
  return { ...delivery, state, dueAt, detail };
}

export interface PersonsDecision {
  readonly decision: DeliveryDecision;
  /** Name of the account. */
  readonly by: string;
  readonly now: Date;
}

/**
 * A person says that a mail arrived, or that it must be sent again (RELIABILITY §0 fact 10). It keeps its Message-ID.
 * @returns what became of the decision
 */
export async function decideDelivery(em: EntityManager, id: string, { decision, by, now }: PersonsDecision): Promise<'decided' | 'unknown' | 'not to be decided'> {
  const row = await em.findOne(DeliveryRow, { message: id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!row) return 'unknown';
  if (!canBeDecided(row.state)) return 'not to be decided';
  const { state, since, dueAt } = decide(deliveryOf(row), { kind: 'decided', decision }, now);
  em.assign(row, { state, since, dueAt, decidedBy: by, changedAt: now });
  return 'decided';
}

/** In order of key and past what others hold, so that two replicas that meet the same outage do not deadlock. */
async function postponeWaiting(em: EntityManager, until: Date): Promise<void> {
  await sqlOf(em).run(
    `UPDATE delivery SET due_at = $1 WHERE message_id IN (
       SELECT message_id FROM delivery WHERE due_at < $1 AND state IN ('pending', 'deferred') ORDER BY message_id FOR UPDATE SKIP LOCKED)`,
    [until],
  );
}

function dueStep({ state }: DeliveryEntity, { repeatable, longestSendMs }: MailTransport): Step {
  return state === 'sending' ? { kind: 'leaseEnded', repeatable } : { kind: 'taken', leaseMs: longestSendMs + leaseMarginMs };
}

/** @returns a stored delivery as the rules know it */
export function deliveryOf({ state, attempts, since, dueAt, detail }: DeliveryEntity): Delivery {
  return { state, attempts, since, dueAt: dueAt ?? null, detail: detail ?? null };
}

/** @throws Error where a message has no address: only those that have one are on their way */
function mailOf({ message }: DeliveryEntity, screens: Screens): Mail {
  const { id, address, thread, subject, text, html, attachment, unsubscribeToken, createdAt } = message;
  if (!address) throw new Error(`Message ${id} has no address`);
  return {
    id, recipient: address, thread, subject, text, html, writtenAt: createdAt,
    ...(attachment && { attachment }),
    ...(unsubscribeToken && { unsubscribeUrl: screens.unsubscribing(unsubscribeToken) }),
  };
}
