export * from './classify-error.js';
export * from './database.js';
export * from './in-transaction.js';
export * from './migrate.js';
export * from './migration.js';
export * from './sql.js';
