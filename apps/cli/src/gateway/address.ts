import { CommandFailed, exitCodes } from '../exit-code.js';

/**
 * Where the gateway is: `--url`, else `GIDS_URL`, else this machine on `PORT` (3000).
 * @throws CommandFailed when it is no http(s) address
 */
export function gatewayAddress(given: string | undefined, env: NodeJS.ProcessEnv): URL {
  const text = given || env['GIDS_URL'] || `http://127.0.0.1:${env['PORT'] || 3000}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new CommandFailed(
    `'${text}' is geen webadres. Geef met --url of GIDS_URL het adres van de gateway, bijvoorbeeld http://127.0.0.1:3000.`,
    exitCodes.usage,
  );
}

/** One resource below the address, which may itself have a path: `https://gids.example/import`. */
export function resourceAddress(base: URL, path: string, query: Query = {}): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`;
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  }
  return url;
}

/** Query parameters; one without a value is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;
