import { ListContracts } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toContractOverview, type ContractOverview } from '../api/contract-overview.js';
import { toDirectoryOrganisation } from '../api/directory-organisation.js';
import { ApiLinks } from '../api/links.js';
import { toPage } from '../api/page.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { listContracts } from './contract-overviews.operations.js';

/** The contractenoverzicht of an organisation, with its buttons (S2:116, R65). */
@Controller()
export class ContractOverviewsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listContracts)
  async list(@Input() input: InputOf<typeof listContracts>, @Asking() asking: AskOptions): Promise<ContractOverview> {
    const { page, pageSize } = input.query;
    const { items, total, actions } = await this.requests.ask(ListContracts, { gidsId: input.params.gidsId, page, pageSize }, asking);
    const found = toPage({ items: items.map((item) => toDirectoryOrganisation(item, this.links)), total }, input, this.links);
    return toContractOverview(found, actions, this.links);
  }
}
