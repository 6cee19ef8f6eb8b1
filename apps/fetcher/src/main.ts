import { runProcess } from '@gids/service-host';
import { fetcher } from './fetcher.js';

await runProcess(fetcher);
