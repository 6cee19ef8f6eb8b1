export { deduplicator } from './deduplicator.js';
export { candidateJoin } from './state/match-keys.js';
