import { serviceNames } from '@gids/contracts';
import { databaseSettings, processSettings, readConfig } from '@gids/service-host';
import { readContainers, readEnvironmentFile, repositoryFile, variablesOf, type Container } from './compose-file.js';
import { services } from './services.js';

const example = readEnvironmentFile('deploy/env.example');
const passwords = Object.keys(example).filter((name) => name.endsWith('_PASSWORD'));
/** What `deploy/make-env.sh` makes of the example. */
const made = { ...example, ...Object.fromEntries(passwords.map((name) => [name, `secret-${name}`])) };
const containers = readContainers(made);

/** Read by the image, not by a service. */
const ofTheImage = ['GIDS_SERVICE'];
/** Settings that the container form fixes: its own virtual host, a port and a file system that belong to the container, and that it is no trial. */
const notOffered = ['GIDS_BROKER_PREFIX', 'HEALTH_PORT', 'GIDS_DATA_DIR', 'GIDS_MAIL_DIR', 'NODE_ENV'];

const container = (name: string): Container => {
  const found = containers[name];
  if (!found) throw new Error(`docker-compose.yml has no container "${name}"`);
  return found;
};
const ownContainers = Object.entries(containers).filter(([, { build }]) => build !== undefined);

describe('docker-compose.yml', () => {
  it.each([...serviceNames])('runs the %s as a container of its own, after its migration step and the preparation of the broker', (service) => {
    const { environment, depends_on, command } = container(service);
    expect(environment).toMatchObject({ GIDS_SERVICE: service });
    expect(command).toBeUndefined();
    expect(depends_on).toEqual({
      [`${service}-migration`]: { condition: 'service_completed_successfully' },
      'broker-preparation': { condition: 'service_completed_successfully' },
    });
    expect(container(`${service}-migration`)).toMatchObject({
      command: ['migrate'],
      restart: 'no',
      environment: { GIDS_SERVICE: service, DATABASE_URL: environment?.['DATABASE_URL'] },
      depends_on: { postgres: { condition: 'service_healthy' } },
    });
  });

  it.each(services.map((service) => [service.name, service] as const))('offers the %s every setting of its code and no other', (name, service) => {
    const inCode = [processSettings, databaseSettings(name), service.settings].flatMap(({ shape }) => Object.keys(shape));
    const offered = Object.keys(container(name).environment ?? {}).filter((variable) => !ofTheImage.includes(variable));
    const own = `${name.toUpperCase()}_DATABASE_URL`;
    expect(offered.toSorted()).toEqual(inCode.filter((variable) => variable !== own && !notOffered.includes(variable)).toSorted());
  });

  it.each(services.map((service) => [service.name, service] as const))('gives the %s values that its code accepts', (name, service) => {
    const environment = textOf(container(name).environment);
    expect(readConfig(processSettings, environment)).toMatchObject({ AMQP_URL: `amqp://gids_${name}:secret-GIDS_${name.toUpperCase()}_BROKER_PASSWORD@rabbitmq:5672/gids` });
    expect(() => readConfig(service.settings, environment)).not.toThrow();
    const database = new URL(environment['DATABASE_URL'] ?? '');
    expect([database.username, database.hostname, database.pathname]).toEqual([`gids_${name}`, 'postgres', '/gids']);
  });

  it('closes every container of ours: no root file system to write to, no capability, no new privilege, a limit of memory', () => {
    for (const [, own] of ownContainers) {
      expect(own).toMatchObject({ read_only: true, init: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], mem_limit: '512m' });
      expect(own.tmpfs).toEqual([expect.stringMatching(/^\/tmp:size=/)]);
    }
    expect(ownContainers.map(([name]) => name)).toEqual(expect.arrayContaining([...serviceNames]));
  });

  it('gives a service more time to stop than the service takes', () => {
    const { GIDS_SHUTDOWN_SECONDS: needed } = readConfig(processSettings, {});
    for (const name of serviceNames) expect(Number.parseInt(container(name).stop_grace_period ?? '0', 10)).toBeGreaterThan(needed);
  });

  it('can run every service but the gateway any number of times: no name and no port of the machine is taken', () => {
    for (const [name, { container_name, ports }] of ownContainers) {
      expect(container_name).toBeUndefined();
      expect(ports ?? []).toEqual(name === 'gateway' ? ['127.0.0.1:3000:3000'] : []);
    }
  });

  it('lets only those out that need it, and shows nothing to other machines unless asked', () => {
    const outside = Object.entries(containers).filter(([, { networks }]) => networks?.includes('outside'));
    expect(outside.map(([name]) => name).toSorted()).toEqual(['fetcher', 'gateway', 'mailpit', 'notifier', 'rabbitmq']);
    for (const { ports = [] } of Object.values(containers)) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('knows of every container that goes on running whether it is healthy', () => {
    const lasting = Object.entries(containers).filter(([, { restart }]) => restart === 'unless-stopped');
    const byImage = [...serviceNames];
    for (const [name, { healthcheck }] of lasting) {
      if ((byImage as string[]).includes(name)) expect(healthcheck).toBeUndefined();
      else expect(healthcheck?.test?.length).toBeGreaterThan(1);
    }
    expect(lasting.map(([name]) => name).toSorted()).toEqual([...byImage, 'mailpit', 'postgres', 'rabbitmq'].toSorted());
  });

  it('starts a new database with the order and case rules of the embedded one, on a volume where PostgreSQL 18 keeps its data', () => {
    const { environment, volumes } = container('postgres');
    expect(environment?.['POSTGRES_INITDB_ARGS']).toBe('--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8');
    expect(volumes).toEqual(['postgres-data:/var/lib/postgresql', './deploy/postgres:/docker-entrypoint-initdb.d:ro']);
  });

  it('asks for exactly the variables of deploy/env.example, and for every password', () => {
    const asked = variablesOf(repositoryFile('docker-compose.yml'));
    expect([...new Set(asked.map(({ name }) => name))].toSorted()).toEqual(Object.keys(example).toSorted());
    for (const { name, required } of asked) if (name.endsWith('_PASSWORD')) expect({ name, required }).toEqual({ name, required: true });
  });

  it('holds no password: without those of .env it does not start', () => {
    for (const name of passwords) {
      expect(example[name]).toBe('');
      expect(() => readContainers({ ...made, [name]: '' })).toThrow(`${name}: run deploy/make-env.sh`);
    }
  });
});

function textOf(environment: Container['environment'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
}
