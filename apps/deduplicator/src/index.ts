export { deduplicator } from './deduplicator.js';
export { sourceJoin } from './state/match-keys.js';
