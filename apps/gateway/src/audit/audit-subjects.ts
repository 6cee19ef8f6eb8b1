import { RequestClient } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { AccountAdministration } from '../accounts/account-administration.js';
import { ApiLinks } from '../api/links.js';
import { ApiKeys } from '../api-keys/api-keys.js';
import type { DoorRequest } from '../http/door-request.js';
import { askOptionsOf } from '../http/handles.decorator.js';
import type { Operation } from '../http/operation.js';
import { ImportRights } from '../rights/import-rights.js';
import { subjects } from './subjects.js';

/** Reads the objects of writes, with the rights of whoever asks: the log holds no more than he could see. */
@Injectable()
export class AuditSubjects {
  constructor(
    private readonly requests: RequestClient,
    private readonly accounts: AccountAdministration,
    private readonly importRights: ImportRights,
    private readonly apiKeys: ApiKeys,
    private readonly links: ApiLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the object as it is now; undefined where the operation has none, or where it cannot be read */
  async read({ id }: Operation, request: DoorRequest): Promise<unknown> {
    const subject = subjects[id];
    if (!subject) return undefined;
    const { params } = request.input as { params?: Readonly<Record<string, unknown>> };
    const { accounts, importRights, apiKeys, links, clock } = this;
    const asking = askOptionsOf(request);
    const ask: Parameters<typeof subject.read>[1]['ask'] = (definition, payload) => this.requests.ask(definition, payload, asking);
    return subject.read(params ?? {}, { ask, accounts, importRights, apiKeys, links, clock }).catch(() => undefined);
  }

  /** @returns whether the answer of an operation is its object as it has become */
  answersSubject({ id, success }: Operation): boolean {
    const schema = subjects[id]?.schema;
    return schema !== undefined && schema === success.schema;
  }
}
