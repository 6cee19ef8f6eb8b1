#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { requireNode } from '../../../tools/node-version.mjs';

requireNode('npm run -s gids-import -- --help');

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('De opdrachtregel is nog niet gebouwd. Voer in de projectmap "npm start" of "npm run build" uit.');
  process.exit(1);
}
await import(main.href);
