import type { Log } from '@gids/messaging';
import { LOG } from '@gids/service-host';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, mergeMap, type Observable } from 'rxjs';
import type { DoorRequest } from '../http/door-request.js';
import { OPERATION, requestOf } from '../http/handles.decorator.js';
import type { Operation } from '../http/operation.js';
import { problemOf } from '../http/problem-of.js';
import { AuditLog, type AuditOutcome } from './audit-log.js';
import { AuditSubjects } from './audit-subjects.js';
import { isAudited } from './audited.js';
import { differencesBetween } from './differences.js';
import { auditEntryOf } from './entry-of.js';
import { tellsOfPrivatePerson } from './private-person.js';
import { redact } from './redact.js';

/**
 * Keeps every write in the audit log (RELIABILITY e27). The entry is written first: where that fails, nothing is done.
 * How it ended is written afterwards; where that fails the answer goes out all the same, because what was asked is done
 * by then, and the entry stays one of which nobody knows how it ended.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditLog,
    private readonly subjects: AuditSubjects,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    const request = requestOf(context);
    if (!operation) return next.handle();
    if (!isAudited(operation, request)) return next.handle().pipe(mergeMap((answer: unknown) => this.keepLook(operation, request, answer)));
    const entry = await this.audit.begin(auditEntryOf(request, operation));
    request.auditEntry = entry;
    const before = await this.subjects.read(operation, request);
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.complete(request, entry, { status: operation.success.status, ...(await this.changesOf(operation, request, before, answer)) });
        return answer;
      }),
      catchError(async (error: unknown) => {
        await this.complete(request, entry, { status: problemOf(error, '').status });
        throw error;
      }),
    );
  }

  /** That somebody looked at what is known of a private person is kept too (N39). */
  private async keepLook(operation: Operation, request: DoorRequest, answer: unknown): Promise<unknown> {
    if (request.caller && tellsOfPrivatePerson(answer)) await this.audit.record(auditEntryOf(request, operation), { status: operation.success.status });
    return answer;
  }

  /** What is not the answer itself, such as a link that was removed, is read once more; of what was made there is no before. */
  private async changesOf(operation: Operation, request: DoorRequest, before: unknown, answer: unknown): Promise<Pick<AuditOutcome, 'before' | 'after'>> {
    if (before === undefined) return operation.success.status === 201 ? { after: redact(differencesBetween(undefined, answer).after) } : {};
    const after = this.subjects.answersSubject(operation) ? answer : await this.subjects.read(operation, request);
    const changes = differencesBetween(before, after);
    return { before: redact(changes.before), after: redact(changes.after) };
  }

  private async complete(request: DoorRequest, entry: string, outcome: AuditOutcome): Promise<void> {
    const { signedIn, correlationId } = request;
    await this.audit.complete(entry, { ...outcome, signedIn }).catch((err: unknown) => this.log.error({ err, correlationId }, 'the audit log does not know how a request ended'));
  }
}
