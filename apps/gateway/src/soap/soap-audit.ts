import type { Log } from '@gids/messaging';
import { LOG } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { redact } from '../audit/redact.js';
import type { DoorRequest } from '../http/door-request.js';
import { problemOf } from '../http/problem-of.js';
import type { Caller } from '../sign-in/caller.js';
import { soapPath } from './namespaces.js';
import { SoapRefusal } from './soap-refusal.js';

/** Keeps what is done by SOAP in the same log as what is done by REST (RELIABILITY e27). */
@Injectable()
export class SoapAudit {
  constructor(
    private readonly audit: AuditLog,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Does something that is kept: what was asked first, so that nothing is done that is not in the log, and then how it ended. */
  async keep<Result>(request: DoorRequest, caller: Caller, operation: string, asked: object, work: () => Promise<Result>): Promise<Result> {
    const entry = await this.audit.begin({ ...whoAsks(request, caller), operation, object: soapPath.slice(1), asked: redact(asked) });
    try {
      const result = await work();
      await this.complete(request, entry, 200);
      return result;
    } catch (error) {
      await this.complete(request, entry, statusOf(error));
      throw error;
    }
  }

  private async complete({ correlationId }: DoorRequest, entry: string, status: number): Promise<void> {
    await this.audit.complete(entry, { status }).catch((err: unknown) => this.log.error({ err, correlationId }, 'the audit log does not know how a request ended'));
  }
}

/** The status that REST would answer with, so that the log says one thing of one refusal. */
function statusOf(error: unknown): number {
  if (!(error instanceof SoapRefusal)) return problemOf(error, '').status;
  return error.told.fault === 'GeenImportrecht' || error.told.fault === 'GeenRecht' ? 403 : 400;
}

function whoAsks({ ip, correlationId }: DoorRequest, { kind, name }: Caller) {
  return { actorKind: kind, actor: name, address: ip, correlationId };
}
