import { consumption, requestsOf, type ServiceName } from '@gids/contracts';

/** A handler that a service has, as the framework knows it. */
export interface KnownHandler {
  readonly pattern: string;
  readonly isEvent: boolean;
  /** More than one handler for the same pattern. */
  readonly repeated: boolean;
}

/**
 * Compares the handlers of a service with the table of consumption: every consumed event and every
 * request has exactly one handler, and there are no others.
 * @returns sentences that say what to add or remove; empty where all is well
 */
export function findIncompleteness(service: ServiceName, handlers: readonly KnownHandler[]): string[] {
  const events = Object.values(consumption[service]).flatMap((lane) => lane.map((event) => event.name));
  const requests = requestsOf(service).map((request) => request.name);
  return [
    ...compare(`@EventPattern in ${service}`, events, handlers.filter((handler) => handler.isEvent)),
    ...compare(`@MessagePattern in ${service}`, requests, handlers.filter((handler) => !handler.isEvent)),
  ];
}

function compare(decorator: string, wanted: readonly string[], handlers: readonly KnownHandler[]): string[] {
  const known = handlers.map((handler) => handler.pattern);
  return [
    ...wanted.filter((name) => !known.includes(name)).map((name) => `${name} has no handler: add one with ${decorator}.`),
    ...known
      .filter((name) => !wanted.includes(name))
      .map((name) => `${name} has a handler, but pipeline.ts in @gids/contracts does not name it: add it there, or remove the ${decorator}.`),
    ...handlers.filter((handler) => handler.repeated).map((handler) => `${handler.pattern} has more than one handler: keep one ${decorator}.`),
  ];
}
