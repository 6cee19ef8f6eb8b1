import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { brokerUrl } from '../measure/broker-url.ts';

/** The address of a virtual host on the broker of the benchmarks. */
export function virtualHostUrl(name: string): string {
  const url = new URL(brokerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes an empty virtual host that the broker's user may do anything in; one of the same name goes first. */
export async function createVirtualHost(name: string): Promise<void> {
  await deleteVirtualHost(name);
  await rabbitmqctl('add_vhost', name);
  await rabbitmqctl('set_permissions', '-p', name, decodeURIComponent(new URL(brokerUrl).username), '.*', '.*', '.*');
}

/** Removes a virtual host with its exchanges, queues and connections, where it is there. */
export async function deleteVirtualHost(name: string): Promise<void> {
  const names = await rabbitmqctl('list_vhosts', 'name');
  if (names.split('\n').includes(name)) await rabbitmqctl('delete_vhost', name);
}

async function rabbitmqctl(...parameters: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('rabbitmqctl', ['--quiet', ...parameters]);
  return stdout;
}
