import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { connect } from 'amqplib';

/** A part of the test broker that no other test sees. */
export interface TestVhost {
  /** Address of the virtual host. */
  readonly url: string;
  /** To be put before every name in the broker; empty when the virtual host is ours alone. */
  readonly prefix: string;
  /** Removes the virtual host with all that is in it. What was made under a prefix stays. */
  drop(): Promise<void>;
}

/** `GIDS_TEST_AMQP_URL`, else the RabbitMQ of this machine. */
export const testBroker = (): string => process.env['GIDS_TEST_AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';

/**
 * Makes a virtual host with a name of its own, so that tests can run side by side: by the management plug-in where
 * that runs (the broker of deploy/test-servers.yml), else by `rabbitmqctl` (the broker of Debian, as root). Where neither
 * can, it gives the broker's own virtual host with a prefix for all names.
 */
export async function createTestVhost(): Promise<TestVhost> {
  const name = `gids-test-${randomBytes(8).toString('hex')}`;
  const url = vhostUrl(name);
  for (const administration of [managementPlugin, controlProgram]) {
    const created = await administration.create(name).then(() => accepts(url), () => false);
    if (created) return { url, prefix: '', drop: () => administration.remove(name) };
  }
  return { url: testBroker(), prefix: `${name}.`, drop: async () => undefined };
}

interface Administration {
  create(vhost: string): Promise<void>;
  remove(vhost: string): Promise<void>;
}

const user = (): string => decodeURIComponent(new URL(testBroker()).username);

const controlProgram: Administration = {
  async create(vhost) {
    await rabbitmqctl('add_vhost', vhost);
    await rabbitmqctl('set_permissions', '-p', vhost, user(), '.*', '.*', '.*');
  },
  remove: (vhost) => rabbitmqctl('delete_vhost', vhost),
};

const managementPlugin: Administration = {
  async create(vhost) {
    await callApi('PUT', `vhosts/${vhost}`);
    await callApi('PUT', `permissions/${vhost}/${encodeURIComponent(user())}`, { configure: '.*', write: '.*', read: '.*' });
  },
  remove: (vhost) => callApi('DELETE', `vhosts/${vhost}`),
};

const run = promisify(execFile);

async function rabbitmqctl(...parameters: string[]): Promise<void> {
  await run('rabbitmqctl', ['--quiet', ...parameters], { timeout: 60_000 });
}

/** The plug-in listens beside the broker, on port 15672 unless `GIDS_TEST_RABBITMQ_API` tells otherwise. */
async function callApi(method: string, path: string, body?: unknown): Promise<void> {
  const { hostname, username, password } = new URL(testBroker());
  const api = process.env['GIDS_TEST_RABBITMQ_API'] ?? `http://${hostname}:15672`;
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const response = await fetch(`${api}/api/${path}`, {
    method,
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`RabbitMQ's management plug-in answers ${response.status} to ${method} ${path}`);
}

/** What was administered may be another broker than the one of the address. */
async function accepts(url: string): Promise<boolean> {
  try {
    await (await connect(url)).close();
    return true;
  } catch {
    return false;
  }
}

function vhostUrl(vhost: string): string {
  const url = new URL(testBroker());
  url.pathname = `/${vhost}`;
  return url.href;
}
