import type { ServerResponse } from 'node:http';
import type { Log } from '@gids/messaging';
import { LOG } from '@gids/service-host';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, mergeMap, of, type Observable } from 'rxjs';
import type { DoorRequest } from '../http/door-request.js';
import { OPERATION, requestOf } from '../http/handles.decorator.js';
import type { Operation } from '../http/operation.js';
import { problemOf } from '../http/problem-of.js';
import { problems } from '../http/problems.js';
import { hashOf } from '../sign-in/secret.js';
import { idempotencyHeader } from './idempotency-key.js';
import { IdempotentAnswers, type Repeatable, type StoredAnswer } from './idempotent-answers.js';

/** Headers that belong to an answer. */
const keptHeaders = ['Location', 'ETag'] as const;

/**
 * Gives a repeat with the same `Idempotency-Key` the answer of the first time, without doing anything again (N11, c3 79).
 * What was refused may be tried again with the same key. Where nobody knows whether the first time did anything (an error
 * of ours, an answer that did not come in time), the key is not used a second time: then a person looks.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly answers: IdempotentAnswers,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws HttpProblem 409 where the first time has no answer (yet), 422 where something else was asked with the key */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    const request = requestOf(context);
    const repeatable = operation && repeatableOf(operation, request);
    if (!repeatable) return next.handle();
    const response = context.switchToHttp().getResponse<ServerResponse>();
    const claim = await this.answers.claim(repeatable);
    switch (claim.kind) {
      case 'new':
        return this.keepAnswerOf(next, repeatable, operation, response);
      case 'answered':
        return of(giveAgain(claim.answer, response));
      case 'otherRequest':
        throw problems.keyUsedForSomethingElse();
      case 'underWay':
        throw problems.conflict('De eerste vraag met deze Idempotency-Key loopt nog. Vraag het over een ogenblik opnieuw.', 'herhalingLoopt');
      case 'unfinished':
        throw problems.conflict('Van de eerste vraag met deze Idempotency-Key is niet bekend hoe zij afliep. Kijk of er iets gemaakt is, en gebruik daarna een nieuwe sleutel.', 'afloopOnbekend');
    }
  }

  private keepAnswerOf(next: CallHandler, repeatable: Repeatable, { success }: Operation, response: ServerResponse): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.tryTo(() => this.answers.keep(repeatable, storedAnswer(success.status, answer, response)));
        return answer;
      }),
      catchError(async (error: unknown) => {
        if (problemOf(error, '').status < 500) await this.tryTo(() => this.answers.free(repeatable));
        throw error;
      }),
    );
  }

  /** What was asked is done, or refused, by now: that counts for more than whether it can be repeated. */
  private async tryTo(work: () => Promise<void>): Promise<void> {
    await work().catch((err: unknown) => this.log.error({ err }, 'an answer cannot be repeated'));
  }
}

/** An upload passes through and cannot be compared; its handler makes a repeat the same run (`runIdFor`). */
function repeatableOf({ id, upload }: Operation, request: DoorRequest): Repeatable | undefined {
  const { params, query, headers, body } = request.input as { params?: unknown; query?: unknown; headers?: Record<string, unknown>; body?: unknown };
  const key = headers?.[idempotencyHeader];
  if (typeof key !== 'string' || upload || !request.caller) return undefined;
  const { kind, name } = request.caller;
  const others = { ...headers, [idempotencyHeader]: undefined };
  return { caller: `${kind} ${name}`, key, fingerprint: hashOf(JSON.stringify([id, params, query, others, body])) };
}

function storedAnswer(status: number, answer: unknown, response: ServerResponse): StoredAnswer {
  const headers = keptHeaders.map((name) => [name, response.getHeader(name)] as const);
  const set = headers.filter((header): header is [(typeof keptHeaders)[number], string] => typeof header[1] === 'string');
  return { status, body: answer === undefined ? undefined : JSON.stringify(answer), headers: Object.fromEntries(set) };
}

function giveAgain({ body, headers }: StoredAnswer, response: ServerResponse): unknown {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return body === undefined ? undefined : (JSON.parse(body) as unknown);
}
