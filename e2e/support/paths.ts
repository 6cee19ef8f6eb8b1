import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The workspace. */
export const root = resolve(import.meta.dirname, '../..');

/** Folder with the real source files; not part of the repository. */
export const realData = resolve(root, process.env['GIDS_REAL_DATA'] ?? '../shared/data');
export const hasRealData = existsSync(join(realData, 'duo-po-2026-04.csv'));

export const realFile = (name: string): string => join(realData, name);
export const demoFile = (name: string): string => join(root, 'apps/standalone/demo', name);
