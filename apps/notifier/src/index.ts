export { notifier } from './notifier.js';
