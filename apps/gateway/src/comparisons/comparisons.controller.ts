import { ShowComparison } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toComparisons, type ApiComparisons } from '../api/comparison.js';
import { ApiLinks } from '../api/links.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { showComparisons } from './comparisons.operations.js';

/** What an editor sees of the imports that are linked to his organisation (R58). */
@Controller()
export class ComparisonsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(showComparisons)
  async show(@Input() { params }: InputOf<typeof showComparisons>, @Asking() asking: AskOptions): Promise<ApiComparisons> {
    return toComparisons(await this.requests.ask(ShowComparison, params, asking), this.links);
  }
}
