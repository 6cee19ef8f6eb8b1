export * from './fields.js';
export * from './header.js';
export * from './registry.js';
export * from './source.js';
