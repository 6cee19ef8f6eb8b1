import { ChangeDuplicatePolicy, CleanUpImport, ShowDuplicatePolicy } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toDuplicatePolicy, type DuplicatePolicyInForce, type PolicyChanged } from '../api/duplicate-policy.js';
import { ApiLinks } from '../api/links.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
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
  async showPolicy(@Input() { params }: InputOf<typeof showDuplicatePolicy>, @Asking() asking: AskOptions): Promise<DuplicatePolicyInForce> {
    const policy = await this.requests.ask(ShowDuplicatePolicy, params, asking);
    return toDuplicatePolicy(params.importId, policy, this.links);
  }

  @Handles(changeDuplicatePolicy)
  async changePolicy(
    @Input() { params: { importId }, body: { beleid } }: InputOf<typeof changeDuplicatePolicy>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<PolicyChanged> {
    const order = { importId, policy: codeOf(termTables.duplicatePolicy, beleid), by };
    const { changed } = await this.requests.ask(ChangeDuplicatePolicy, order, { ...asking, timeout: patience });
    return { beleid, gewijzigd: changed };
  }

  @Handles(cleanUpImport)
  async cleanUp(
    @Input() { params: { importId }, body }: InputOf<typeof cleanUpImport>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<{ organisaties: number; producten: number }> {
    const order = { importId, mode: codeOf(termTables.cleanUpMode, body.wijze), expectedOrganisations: body.verwachtAantal, by };
    const { organisations, products } = await this.requests.ask(CleanUpImport, order, { ...asking, timeout: patience });
    return { organisaties: organisations, producten: products };
  }
}
