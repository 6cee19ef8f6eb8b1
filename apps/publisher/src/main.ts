import { runProcess } from '@gids/service-host';
import { publisher } from './publisher.js';

await runProcess(publisher);
