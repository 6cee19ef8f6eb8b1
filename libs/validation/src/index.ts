export * from './finding.js';
export * from './organisation.js';
export * from './product.js';
