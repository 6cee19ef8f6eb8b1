import { z } from 'zod';
import { deliveryStateCodes } from './vocabulary/delivery-state.js';
import { messageKinds } from './vocabulary/message-kind.js';

/** A message as its reader finds it in the inbox. */
export const inboxMessageSchema = z.object({
  id: z.string(),
  kind: z.enum(messageKinds),
  importId: z.string().optional(),
  subject: z.string(),
  writtenAt: z.iso.datetime(),
  readAt: z.iso.datetime().optional(),
});
export type InboxMessage = z.infer<typeof inboxMessageSchema>;

/** A message with what it says. */
export const inboxMessageDetailSchema = inboxMessageSchema.extend({ text: z.string() });
export type InboxMessageDetail = z.infer<typeof inboxMessageDetailSchema>;

/** The way of one mail. */
export const mailDeliverySchema = z.object({
  /** Id of the message. */
  id: z.string(),
  kind: z.enum(messageKinds),
  subject: z.string(),
  address: z.string(),
  state: z.enum(deliveryStateCodes),
  attempts: z.int().nonnegative(),
  /** The next attempt; absent where nothing follows by itself. */
  dueAt: z.iso.datetime().optional(),
  /** What the last attempt met. */
  detail: z.string().optional(),
  writtenAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  decidedBy: z.string().optional(),
});
export type MailDeliveryView = z.infer<typeof mailDeliverySchema>;

/** A mail that is kept as long as there is no mail server. */
export const keptMailSchema = z.object({ id: z.string(), subject: z.string(), address: z.string(), writtenAt: z.iso.datetime() });
export type KeptMail = z.infer<typeof keptMailSchema>;
