import { deduplicator } from '@gids/deduplicator';
import { fetcher } from '@gids/fetcher';
import { gateway } from '@gids/gateway';
import { mapper } from '@gids/mapper';
import { notifier } from '@gids/notifier';
import { publisher } from '@gids/publisher';
import type { ServiceDefinition } from '@gids/service-host';

/** The services as their folders declare them. */
export const services: readonly ServiceDefinition[] = [fetcher, mapper, deduplicator, publisher, notifier, gateway];
