import { deduplicator } from '@gids/deduplicator';
import { fetcher } from '@gids/fetcher';
import { gateway } from '@gids/gateway';
import { mapper } from '@gids/mapper';
import { notifier } from '@gids/notifier';
import { publisher } from '@gids/publisher';
import type { ServiceDefinition } from '@gids/service-host';

/** All services, in the order in which they start: the door opens last. */
export const services: readonly ServiceDefinition[] = [publisher, deduplicator, mapper, notifier, fetcher, gateway];
