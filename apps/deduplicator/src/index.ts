export { deduplicator } from './deduplicator.js';
