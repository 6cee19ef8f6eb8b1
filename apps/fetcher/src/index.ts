export { fetcher } from './fetcher.js';
