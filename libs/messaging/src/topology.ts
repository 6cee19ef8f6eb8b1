import { consumption, serviceNames, type EventLane, type ServiceName } from '@gids/contracts';
import type { QueueDefinition, Topology } from './bus.js';

/** @returns the queue of a service for a kind of work, such as `mapper.pipeline`. */
export function queueOf(service: ServiceName, lane: EventLane): string {
  return `${service}.${lane}`;
}

/** @returns the queue on which a service answers the gateway. */
export function requestQueueOf(service: ServiceName): string {
  return `${service}.requests`;
}

/** The queues and bindings that the table of consumption asks for. */
export const pipelineTopology: Topology = {
  queues: serviceNames.flatMap((service) =>
    (['pipeline', 'directory'] as const).flatMap((lane) => laneQueue(service, lane)),
  ),
  requestQueues: serviceNames.map(requestQueueOf),
};

function laneQueue(service: ServiceName, lane: EventLane): QueueDefinition[] {
  const types = consumption[service][lane].map((event) => event.type);
  return types.length === 0 ? [] : [{ name: queueOf(service, lane), types }];
}
