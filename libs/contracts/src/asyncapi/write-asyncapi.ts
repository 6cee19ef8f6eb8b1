import { writeFileSync } from 'node:fs';
import { asyncApiDocument } from './asyncapi.js';

/** `npm run -s docs:asyncapi`: writes the description that the tests compare with. */
const target = new URL('../../../../docs/asyncapi.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(asyncApiDocument(), null, 2)}\n`);
