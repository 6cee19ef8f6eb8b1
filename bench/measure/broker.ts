import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What the broker says about itself. */
export interface BrokerState {
  readonly pid: number;
  /** Messages received from publishers since it started, over all virtual hosts. */
  readonly messages: number;
}

const expression = `
  Counters = maps:get([{protocol, amqp091}], rabbit_global_counters:overview()),
  io:format("~s ~b~n", [os:getpid(), maps:get(messages_received_total, Counters)]).`;

/** Asks the RabbitMQ of this machine; throws when `rabbitmqctl` may not or cannot. */
export async function brokerState(): Promise<BrokerState> {
  const { stdout } = await promisify(execFile)('rabbitmqctl', ['--quiet', 'eval', expression]).catch((error: unknown) => {
    throw new Error('Het werk van RabbitMQ is niet te meten: rabbitmqctl moet hier kunnen draaien, als root of rabbitmq.', { cause: error });
  });
  const [pid = NaN, messages = NaN] = stdout.split(/\s/).map(Number);
  return { pid, messages };
}
