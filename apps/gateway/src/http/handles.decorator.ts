import type { AskOptions, Origin } from '@gids/messaging';
import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { actorOf, type Caller } from '../sign-in/caller.js';
import type { DoorRequest } from './door-request.js';
import type { Method, Operation } from './operation.js';

/** Metadata key of the operation that a controller's method handles. */
export const OPERATION = 'gids:operation';
/** The version of the API that every path starts with (N1). */
export const pathPrefix = '/v1';

const methods: Readonly<Record<Method, RequestMethod>> = {
  get: RequestMethod.GET,
  post: RequestMethod.POST,
  put: RequestMethod.PUT,
  patch: RequestMethod.PATCH,
  delete: RequestMethod.DELETE,
};

/** Makes a controller's method the handler of an operation. */
export function Handles(operation: Operation): MethodDecorator {
  const path = `${operation.atRoot ? '' : pathPrefix}${operation.path}`.replace(/\{(\w+)\}/g, ':$1');
  return applyDecorators(
    RequestMapping({ path, method: methods[operation.method] }),
    HttpCode(operation.success.status),
    SetMetadata(OPERATION, operation),
  );
}

/** The checked input of the operation (`InputOf`). */
export const Input = createParamDecorator((_: undefined, context: ExecutionContext) => requestOf(context).input);

/** Who is asking; only public routes are reached without. */
export const Asker = createParamDecorator((_: undefined, context: ExecutionContext): Caller | undefined => requestOf(context).caller);

/** What goes along with every question to a service: who asks, and the id that ties what follows to this request. */
export const Asking = createParamDecorator((_: undefined, context: ExecutionContext): AskOptions => askOptionsOf(requestOf(context)));

/** What the events of a change here follow from: this request. */
export const Cause = createParamDecorator((_: undefined, context: ExecutionContext): Origin => ({ correlationid: requestOf(context).correlationId }));

/** @returns who asks, where somebody is signed in, and the request's correlation id */
export function askOptionsOf({ caller, correlationId }: DoorRequest): AskOptions {
  return { correlationid: correlationId, actor: caller && actorOf(caller) };
}

/** @returns the request that a guard, interceptor or decorator works for */
export function requestOf(context: ExecutionContext): DoorRequest {
  return context.switchToHttp().getRequest<DoorRequest>();
}
