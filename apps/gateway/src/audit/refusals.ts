import type { Log } from '@gids/messaging';
import { LOG } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';
import type { DoorRequest } from '../http/door-request.js';
import { RateCounter } from '../rate-limits/rate-counter.js';
import { AuditLog } from './audit-log.js';
import { isRemarkable } from './audited.js';
import { auditEntryOf } from './entry-of.js';

/** Of what is refused to one address no more is kept: a stranger cannot fill the log. */
const kept = { times: 30, within: 60_000 };

/** Keeps who was refused what, before a handler was reached or on something that is only read (RELIABILITY e27). */
@Injectable()
export class Refusals {
  constructor(
    private readonly audit: AuditLog,
    private readonly counter: RateCounter,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Keeps a refusal that is not in the log already; the answer does not wait for it, nor depend on it. */
  tell(request: DoorRequest, status: number): void {
    const { operation, auditEntry } = request;
    if (!operation || auditEntry !== undefined || !isRemarkable(operation, status)) return;
    this.keep(request, status).catch((err: unknown) => this.log.error({ err, correlationId: request.correlationId }, 'a refusal is not in the audit log'));
  }

  private async keep(request: DoorRequest, status: number): Promise<void> {
    if (!request.operation) return;
    if ((await this.counter.take(['refused', request.ip ?? ''], kept)) !== undefined) return;
    await this.audit.record(auditEntryOf(request, request.operation), { status });
  }
}
