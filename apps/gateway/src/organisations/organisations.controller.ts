import { ListVisibleOrganisations, ShowVisibleOrganisation, type OrganisationView } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { sourceById } from '@gids/sources';
import { Controller } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { toOrganisation, type Organisation } from '../api/organisation.js';
import { toPage, type Page } from '../api/page.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { Public } from '../sign-in/public.decorator.js';
import { listOrganisations, showOrganisation } from './organisations.operations.js';

/** What the public reads: visible organisations, with where they come from (R98, N43). */
@Controller()
export class OrganisationsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Public()
  @Handles(listOrganisations)
  async list(@Input() input: InputOf<typeof listOrganisations>, @Asking() asking: AskOptions): Promise<Page<Organisation>> {
    const { naam, plaats, postcode, soort, page, pageSize } = input.query;
    const kinds = soort?.map((value) => codeOf(termTables.organisationKind, value));
    const filter = { name: naam, town: plaats, postcode, kinds, page, pageSize };
    const { items, total } = await this.requests.ask(ListVisibleOrganisations, filter, asking);
    return toPage({ items: items.map((item) => this.toOrganisation(item)), total }, input, this.links);
  }

  @Public()
  @Handles(showOrganisation)
  async show(@Input() { params }: InputOf<typeof showOrganisation>, @Asking() asking: AskOptions): Promise<Organisation> {
    return this.toOrganisation(await this.requests.ask(ShowVisibleOrganisation, params, asking));
  }

  private toOrganisation(view: OrganisationView): Organisation {
    return toOrganisation(view, sourceById(view.sourceId ?? ''), this.links);
  }
}
