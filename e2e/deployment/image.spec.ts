import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serviceNames } from '@gids/contracts';
import { readContainers, readEnvironmentFile, repositoryFile } from './compose-file.js';
import { execForm, stagesOf } from './dockerfile.js';

const stages = stagesOf(repositoryFile('Dockerfile'));
const final = stages.at(-1) ?? [];
const instructions = stages.flat();
const textsOf = (keyword: string, among = instructions) => among.filter((one) => one.keyword === keyword).map(({ text }) => text);
const allowed = repositoryFile('.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));

describe('Dockerfile', () => {
  it('takes the Node.js that the workspace is tested with, in every stage', () => {
    const { optionalDependencies } = JSON.parse(repositoryFile('package.json')) as { optionalDependencies: { node: string } };
    expect(textsOf('ARG')).toEqual([`NODE_IMAGE=node:${optionalDependencies.node}-bookworm-slim`]);
    for (const from of textsOf('FROM')) expect(from).toMatch(/^\$\{NODE_IMAGE\}( AS [a-z]+)?$/);
  });

  it('installs from the lock file, runs no scripts of packages, and ships what the services need without development dependencies', () => {
    const installs = textsOf('RUN').flatMap((text) => text.split('&&')).filter((command) => /\bnpm (ci|install|i)\b/.test(command));
    for (const install of installs) expect(install).toMatch(/^npm ci .*--ignore-scripts/);
    const shipped = installs.filter((install) => install.includes('--omit=dev'));
    expect(shipped).toHaveLength(1);
    expect([...String(shipped[0]).matchAll(/--workspace=apps\/(\w+)/g)].map(([, name]) => name)).toEqual([...serviceNames]);
    expect(textsOf('COPY', final)).toContain('--from=dependencies /app/node_modules node_modules');
  });

  it('runs as nobody in particular, stops on SIGTERM, and starts Node.js itself, without a shell between', () => {
    expect(textsOf('USER', final)).toEqual(['1000:1000']);
    expect(textsOf('STOPSIGNAL', final)).toEqual(['SIGTERM']);
    for (const text of [...textsOf('ENTRYPOINT', final), ...textsOf('HEALTHCHECK', final)]) {
      const [program, script = ''] = execForm(text);
      expect(program).toBe('node');
      expect(() => repositoryFile(script)).not.toThrow();
      expect(allowed.some((path) => script.startsWith(`${path}/`))).toBe(true);
    }
    expect([...textsOf('ENTRYPOINT', final), ...textsOf('HEALTHCHECK', final)]).toHaveLength(2);
  });

  it('keeps the heap well below the memory that a container may use', () => {
    const [, megabytes] = /--max-old-space-size=(\d+)/.exec(textsOf('ENV', final).join(' ')) ?? [];
    const limit = Number.parseInt(readContainers(withPasswords()).mapper?.mem_limit ?? '', 10);
    expect(Number(megabytes)).toBeLessThanOrEqual(limit / 2);
  });

  it('holds no secret', () => {
    for (const text of [...textsOf('ARG'), ...textsOf('ENV')]) expect(text).not.toMatch(/PASSWORD|SECRET|TOKEN|KEY/i);
  });
});

describe('.dockerignore', () => {
  it('lets through the services, the libraries that they need, and nothing else', () => {
    const needed = [...workspacesOf(serviceNames.map((name) => `apps/${name}`))].toSorted();
    const root = ['package.json', 'package-lock.json', 'tsconfig.base.json'];
    expect(repositoryFile('.dockerignore')).toMatch(/^\*$/m);
    expect(allowed.toSorted()).toEqual([...root, ...needed, 'deploy/container', 'deploy/rabbitmq'].toSorted());
  });

  it.each(['**/dist', '**/node_modules', '**/*.spec.ts'])('keeps %s out', (pattern) => {
    expect(repositoryFile('.dockerignore').split('\n')).toContain(pattern);
  });
});

describe('run-service.mjs', () => {
  it('says which services there are when GIDS_SERVICE names none of them', async () => {
    const { code, errors } = await run('run-service.mjs', { GIDS_SERVICE: 'fetscher' });
    expect(code).toBe(1);
    expect(errors).toContain('GIDS_SERVICE is "fetscher". Kies een van: ');
    for (const name of serviceNames) expect(errors).toContain(name);
  });
});

describe('check-health.mjs', () => {
  it.each([
    [200, 0],
    [503, 1],
  ])('turns the answer %i of a service into exit code %i', async (status, expected) => {
    const server = createServer((request, response) => response.writeHead(request.url === '/health/ready' ? status : 404).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { code } = await run('check-health.mjs', { HEALTH_PORT: String((server.address() as AddressInfo).port) });
    server.close();
    expect(code).toBe(expected);
  });

  it('ends with exit code 1 where nothing listens', async () => {
    expect((await run('check-health.mjs', { HEALTH_PORT: '1' })).code).toBe(1);
  });
});

/** The folders of workspaces and of all workspaces that they depend on. */
function workspacesOf(folders: readonly string[], found = new Set<string>()): Set<string> {
  for (const folder of folders) {
    if (found.has(folder)) continue;
    found.add(folder);
    const { dependencies = {} } = JSON.parse(repositoryFile(`${folder}/package.json`)) as { dependencies?: Record<string, string> };
    const names = Object.keys(dependencies).filter((name) => name.startsWith('@gids/')).map((name) => name.slice('@gids/'.length));
    workspacesOf(names.map((name) => (isApp(name) ? `apps/${name}` : `libs/${name}`)), found);
  }
  return found;
}

const isApp = (name: string): boolean => existsSync(fileURLToPath(new URL(`../../apps/${name}`, import.meta.url)));

function withPasswords(): Record<string, string> {
  const example = readEnvironmentFile('deploy/env.example');
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, name.endsWith('_PASSWORD') ? 'secret' : value]));
}

async function run(script: string, environment: Record<string, string>): Promise<{ code: number; errors: string }> {
  const path = fileURLToPath(new URL(`../../deploy/container/${script}`, import.meta.url));
  const child = spawn(process.execPath, [path], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, errors };
}
