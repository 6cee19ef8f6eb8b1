import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiLinks } from '../api/links.js';
import { requestOf } from '../http/handles.decorator.js';
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

  /** @throws HttpProblem 401 without valid credentials, 403 where another website sends a person's cookie along */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const caller = await this.authenticator.callerOf(request.headers);
    if (!caller && !this.reflector.get<boolean>(PUBLIC, context.getHandler())) throw problems.notSignedIn();
    if (caller) request.caller = caller;
    if (caller?.kind !== 'token' && changesState(request.method)) {
      const origin = originOfRequest(request.headers, this.links.baseUrl);
      if (origin === 'foreign' || (caller && origin === 'unknown')) throw problems.foreignOrigin();
    }
    return true;
  }
}
