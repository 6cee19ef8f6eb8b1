import type { ServerResponse } from 'node:http';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import { ApiLinks } from '../api/links.js';
import { OPERATION, requestOf } from './handles.decorator.js';
import type { Operation } from './operation.js';
import { readInput } from './read-input.js';

/**
 * Checks the input after the guard let the request in, so that strangers cannot make us read their bodies.
 * A route without an operation (`@Handles`) checks its own input.
 */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly links: ApiLinks,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    if (!operation) return next.handle();
    const request = requestOf(context);
    if (operation.openData) openToAll(context.switchToHttp().getResponse<ServerResponse>());
    request.input = await readInput(operation, request, this.links.baseUrl);
    return next.handle();
  }
}

/** Open data may be read by the pages of any website and kept by caches for a minute. */
function openToAll(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'API-Version');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('Cache-Control', 'public, max-age=60');
}
