import { runProcess } from '@gids/service-host';
import { notifier } from './notifier.js';

await runProcess(notifier);
