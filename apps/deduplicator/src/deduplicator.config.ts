import { onOff, type ConfigOf } from '@gids/service-host';
import { z } from 'zod';

/** Settings of the deduplicator. */
export const deduplicatorSettings = z.object({
  GIDS_REEVALUATE_ON_CHANGE: onOff
    .default(true)
    .describe('Whether a change of a managed organisation is compared with the imported ones at once; if not, the next run or the daily sweep does it'),
});

export type DeduplicatorConfig = ConfigOf<typeof deduplicatorSettings>;
