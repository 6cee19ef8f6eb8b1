import { databaseUrlOf } from '@gids/service-host';
import { ensureFirstAdministrator, ensureMachineToken } from './first-administrator.js';

/**
 * `main.js administrator [token file]`: makes the first administrator and, where a file is named, a machine
 * token for the command line. Repeatable; a password is shown once and never again.
 * @throws Error whose message says what to do
 */
export async function runAdministratorCommand(env: NodeJS.ProcessEnv, tokenFile: string | undefined, print: (line: string) => void): Promise<void> {
  const databaseUrl = databaseUrlOf('gateway', env);
  const created = await ensureFirstAdministrator(databaseUrl);
  if (created) print(`Account "${created.name}" is gemaakt. Wachtwoord (wordt maar één keer getoond): ${created.password}`);
  else print('Er is al een account; er is niets gewijzigd.');
  if (tokenFile === undefined) return;
  const written = await ensureMachineToken(databaseUrl, tokenFile);
  print(written ? `Token voor de opdrachtregel staat in ${tokenFile}.` : `Het token in ${tokenFile} is bekend.`);
}
