import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiLinks } from '../api/links.js';
import type { DoorRequest } from '../http/door-request.js';
import { OPERATION, requestOf } from '../http/handles.decorator.js';
import type { Operation } from '../http/operation.js';
import { problems } from '../http/problems.js';
import { Authenticator } from './authenticator.js';
import { PUBLIC } from './public.decorator.js';
import { changesState, originOfRequest } from './same-origin.js';

/** Closes every route to who is not signed in, unless it is marked `@Public()` (RELIABILITY e1). */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly links: ApiLinks,
  ) {}

  /** @throws HttpProblem 401 without valid credentials, 403 where another website sends a person's cookie along, or a key came without TLS */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    if (operation) request.operation = operation;
    const caller = await this.authenticator.callerOf(request.headers);
    if (!caller && !this.reflector.get<boolean>(PUBLIC, context.getHandler())) throw problems.notSignedIn();
    if (caller) request.caller = caller;
    if (caller?.kind === 'key') refusePlainHttp(request);
    if (!caller || caller.kind === 'account') this.refuseForeignPages(request);
    return true;
  }

  /** A browser sends a person's cookie along with whatever page asks (RELIABILITY e11). */
  private refuseForeignPages({ method, headers, caller }: DoorRequest): void {
    if (!changesState(method)) return;
    const origin = originOfRequest(headers, this.links.baseUrl);
    if (origin === 'foreign' || (caller && origin === 'unknown')) throw problems.foreignOrigin();
  }
}

/** The proxy before us says how the request came to it (RELIABILITY e9). */
function refusePlainHttp({ headers }: DoorRequest): void {
  if (headers['x-forwarded-proto'] === 'http') throw problems.keyInTheClear();
}
