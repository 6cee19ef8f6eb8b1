import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from 'amqplib';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

/** A RabbitMQ beside the one of the system, that a test may stop and kill. */
export interface OwnBroker {
  readonly url: string;
  /** Stops the broker inside its node: connections end, its process and its data stay. */
  stopApp(): Promise<void>;
  /** Starts the broker inside its node again. */
  startApp(): Promise<void>;
  /** `kill -9` of the node. */
  kill(): Promise<void>;
  /** Starts a node that was killed, on the data that it had. */
  start(): Promise<void>;
  /** Ends the node and removes its data. */
  stop(): Promise<void>;
}

const PROGRAMS = '/usr/lib/rabbitmq/bin';

/** Whether Debian's rabbitmq-server is installed, whose programs are needed. */
export const canStartOwnBroker = (): boolean => existsSync(join(PROGRAMS, 'rabbitmq-server'));

/**
 * Starts a node with its own ports, data and cookie, and waits until it accepts connections (some 15 seconds).
 *
 * @throws Error when it is not ready after two minutes; its log is then still in the directory that the error names
 */
export async function startOwnBroker(): Promise<OwnBroker> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'gids-broker-'));
  const environment = environmentOf(directory, port, await freePort());
  await writeFile(join(directory, 'rabbitmq.conf'), `listeners.tcp.1 = 127.0.0.1:${port}\n`);
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  let node = await startNode(url, directory, environment);
  const control = (command: string) => promisify(execFile)(join(PROGRAMS, 'rabbitmqctl'), [command], { env: environment });
  return {
    url,
    stopApp: async () => void (await control('stop_app')),
    startApp: async () => void (await control('start_app')),
    kill: () => killNode(node),
    start: async () => void (node = await startNode(url, directory, environment)),
    stop: async () => {
      await killNode(node);
      await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function environmentOf(directory: string, port: number, distributionPort: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: directory,
    RABBITMQ_NODENAME: `gids-${port}@localhost`,
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_CONF_ENV_FILE: join(directory, 'rabbitmq-env.conf'),
    RABBITMQ_CONFIG_FILE: join(directory, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(directory, 'enabled_plugins'),
    RABBITMQ_MNESIA_BASE: join(directory, 'data'),
    RABBITMQ_LOG_BASE: join(directory, 'log'),
    RABBITMQ_PID_FILE: join(directory, 'pid'),
  };
}

async function startNode(url: string, directory: string, environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const node = spawn(join(PROGRAMS, 'rabbitmq-server'), { env: environment, detached: true, stdio: 'ignore' });
  try {
    await eventually(async () => (await connect(url)).close().then(() => true), { within: 120_000 });
    return node;
  } catch (cause) {
    await killNode(node);
    throw new Error(`RabbitMQ in ${directory} does not start; see its directory "log".`, { cause });
  }
}

/** The node is a group of processes of its own: the start script and Erlang. */
async function killNode(node: ChildProcess): Promise<void> {
  if (node.pid === undefined || node.exitCode !== null || node.signalCode !== null) return;
  const ended = once(node, 'exit');
  process.kill(-node.pid, 'SIGKILL');
  await ended;
}
