import { CONFIG } from '@gids/service-host';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import { OPERATION, requestOf } from '../http/handles.decorator.js';
import type { Operation } from '../http/operation.js';
import { problems } from '../http/problems.js';
import type { GatewayConfig } from '../settings.js';
import { limitOn, type Limit } from './limits.js';
import { RateCounter } from './rate-counter.js';

/** Refuses what is asked too often, where `limitOn` says so; after the input is checked, because what counts may stand in it. */
@Injectable()
export class RateLimitInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly counter: RateCounter,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  /** @throws HttpProblem 429 with the time to wait */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    const limit = operation && limitOn(operation.id, requestOf(context), this.config);
    if (limit) await this.count(limit);
    return next.handle();
  }

  private async count(limit: Limit): Promise<void> {
    const wait = await this.counter.take(limit.subject, limit);
    if (wait !== undefined) throw problems.tooMany(limit.detail, wait);
  }
}
