import { ChangeDuplicatePolicy, CleanUpImport, ShowDuplicatePolicy } from '@gids/contracts';
import { RequestClient } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toDuplicatePolicy, type DuplicatePolicyInForce, type PolicyChanged } from '../api/duplicate-policy.js';
import { ApiLinks } from '../api/links.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, CorrelationId, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { changeDuplicatePolicy, cleanUpImport, showDuplicatePolicy } from './imports.operations.js';

/** Acts that touch every record of an import take their time; in milliseconds. */
const patience = 120_000;

/** What is decided for an import as a whole (A5, R97). */
@Controller()
export class ImportsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(showDuplicatePolicy)
  async showPolicy(@Input() { params }: InputOf<typeof showDuplicatePolicy>, @CorrelationId() correlationid: string): Promise<DuplicatePolicyInForce> {
    const policy = await this.requests.ask(ShowDuplicatePolicy, params, { correlationid });
    return toDuplicatePolicy(params.importId, policy, this.links);
  }

  @Handles(changeDuplicatePolicy)
  async changePolicy(
    @Input() { params: { importId }, body: { beleid } }: InputOf<typeof changeDuplicatePolicy>,
    @Asker() { name: by }: Caller,
    @CorrelationId() correlationid: string,
  ): Promise<PolicyChanged> {
    const order = { importId, policy: codeOf(termTables.duplicatePolicy, beleid), by };
    const { changed } = await this.requests.ask(ChangeDuplicatePolicy, order, { correlationid, timeout: patience });
    return { beleid, gewijzigd: changed };
  }

  @Handles(cleanUpImport)
  async cleanUp(
    @Input() { params: { importId }, body }: InputOf<typeof cleanUpImport>,
    @Asker() { name: by }: Caller,
    @CorrelationId() correlationid: string,
  ): Promise<{ organisaties: number; producten: number }> {
    const order = { importId, mode: codeOf(termTables.cleanUpMode, body.wijze), expectedOrganisations: body.verwachtAantal, by };
    const { organisations, products } = await this.requests.ask(CleanUpImport, order, { correlationid, timeout: patience });
    return { organisaties: organisations, producten: products };
  }
}
