/** The six services, in the order in which a message passes them; the gateway is the door. */
export const serviceNames = ['fetcher', 'mapper', 'deduplicator', 'publisher', 'notifier', 'gateway'] as const;
export type ServiceName = (typeof serviceNames)[number];
