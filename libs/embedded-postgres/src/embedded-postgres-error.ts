/** The embedded PostgreSQL cannot be used. The message is a Dutch sentence for the user: what, where, what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
