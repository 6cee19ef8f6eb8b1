export { publisher } from './publisher.js';
