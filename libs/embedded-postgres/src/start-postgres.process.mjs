// A process of its own that starts the embedded PostgreSQL, for tests that kill it. Arguments: the data directory.
// Writes one line of JSON when it is ready or has failed, and stops cleanly on SIGTERM.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    next(context.parentURL?.endsWith('.ts') && specifier.startsWith('.') ? specifier.replace(/\.js$/, '.ts') : specifier, context),
});
const { startPostgres } = await import('./start-postgres.ts');

try {
  const postgres = await startPostgres({ dataDirectory: process.argv[2], log: (line) => console.error(line) });
  process.once('SIGTERM', () => postgres.stop());
  console.log(JSON.stringify({ url: postgres.url('postgres'), port: postgres.port }));
} catch (error) {
  console.log(JSON.stringify({ error: error.message }));
}
