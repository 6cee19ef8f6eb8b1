import type { ServerResponse } from 'node:http';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { tap, type Observable } from 'rxjs';
import { OPERATION } from './handles.decorator.js';
import type { Operation } from './operation.js';
import { tagOf } from './version-tag.js';

/** Sends the version of what is answered along as `ETag`, where the operation says that it has one. */
@Injectable()
export class VersionTagInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    if (!operation?.success.versioned) return next.handle();
    const response = context.switchToHttp().getResponse<ServerResponse>();
    return next.handle().pipe(tap(({ versie }: { versie: number }) => response.setHeader('ETag', tagOf(versie))));
  }
}
