import { runProcess } from '@gids/service-host';
import { deduplicator } from './deduplicator.js';

await runProcess(deduplicator);
