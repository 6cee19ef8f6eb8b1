export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export * from './start-postgres.js';
