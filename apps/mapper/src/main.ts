import { runProcess } from '@gids/service-host';
import { mapper } from './mapper.js';

await runProcess(mapper);
