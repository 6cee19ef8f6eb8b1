// Makes the two files that the first start imports. Schools, childcare, people and contacts are made up; the formats and
// their quirks are those of the real files of DUO and LRK. Always the same bytes: run it after a change and commit them.
// Usage: node make-demo.mjs [folder]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { duoPoFile, makeSchools } from './duo-po.mjs';
import { lrkFile, makeRegistrations } from './lrk.mjs';

const folder = process.argv[2] ?? import.meta.dirname;
const schools = makeSchools();
writeFileSync(join(folder, 'duo-po-demo.csv'), duoPoFile(schools));
writeFileSync(join(folder, 'lrk-demo.csv'), lrkFile(makeRegistrations(schools)));
