import type { ServerResponse } from 'node:http';
import {
  ChangeContract,
  ChangeOrganisation,
  ChangeVisibility,
  ConfirmOrganisation,
  CreateOrganisation,
  DeleteOrganisation,
  ListOrganisations,
  ShowOrganisation,
} from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { toAgreedContract } from '../api/contract.js';
import { toDirectoryOrganisation, type ApiDirectoryOrganisation } from '../api/directory-organisation.js';
import { ApiLinks } from '../api/links.js';
import { toOrganisationContent } from '../api/organisation-input.js';
import { toPage, type Page } from '../api/page.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { versionIn } from '../http/version-tag.js';
import type { Caller } from '../sign-in/caller.js';
import {
  changeContract,
  changeOrganisation,
  changeVisibility,
  confirmOrganisation,
  createOrganisation,
  deleteOrganisation,
  listDirectoryOrganisations,
  showDirectoryOrganisation,
} from './directory-organisations.operations.js';

/** Organisations as the back office sees them; what editors manage can be changed here (R61, R71). */
@Controller()
export class DirectoryOrganisationsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listDirectoryOrganisations)
  async list(@Input() input: InputOf<typeof listDirectoryOrganisations>, @Asking() asking: AskOptions): Promise<Page<ApiDirectoryOrganisation>> {
    const { naam, plaats, bovenliggendeOrganisatieId, beheer, zichtbaar, page, pageSize } = input.query;
    const managements = beheer?.map((value) => codeOf(termTables.management, value));
    const filter = { name: naam, town: plaats, parentGidsId: bovenliggendeOrganisatieId, managements, visible: zichtbaar, page, pageSize };
    const { items, total } = await this.requests.ask(ListOrganisations, filter, asking);
    return toPage({ items: items.map((item) => toDirectoryOrganisation(item, this.links)), total }, input, this.links);
  }

  @Handles(showDirectoryOrganisation)
  async show(@Input() { params }: InputOf<typeof showDirectoryOrganisation>, @Asking() asking: AskOptions): Promise<ApiDirectoryOrganisation> {
    return toDirectoryOrganisation(await this.requests.ask(ShowOrganisation, params, asking), this.links);
  }

  @Handles(createOrganisation)
  async create(
    @Input() { body }: InputOf<typeof createOrganisation>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<ApiDirectoryOrganisation> {
    const { organisatie, zichtbaar, contract } = body;
    const order = { organisation: toOrganisationContent(organisatie), visible: zichtbaar, contract: toAgreedContract(contract), by };
    const created = await this.requests.ask(CreateOrganisation, order, asking);
    response.setHeader('Location', this.links.directoryOrganisation(created.gidsId).href);
    return toDirectoryOrganisation(created, this.links);
  }

  @Handles(changeOrganisation)
  async change(
    @Input() { params: { gidsId }, headers, body }: InputOf<typeof changeOrganisation>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ApiDirectoryOrganisation> {
    const order = { gidsId, version: versionIn(headers), organisation: toOrganisationContent(body.organisatie), by };
    return toDirectoryOrganisation(await this.requests.ask(ChangeOrganisation, order, asking), this.links);
  }

  @Handles(changeVisibility)
  async changeVisibility(
    @Input() { params: { gidsId }, headers, body }: InputOf<typeof changeVisibility>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ApiDirectoryOrganisation> {
    const order = { gidsId, version: versionIn(headers), visible: body.zichtbaar, by };
    return toDirectoryOrganisation(await this.requests.ask(ChangeVisibility, order, asking), this.links);
  }

  @Handles(changeContract)
  async changeContract(
    @Input() { params: { gidsId }, headers, body }: InputOf<typeof changeContract>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ApiDirectoryOrganisation> {
    const order = { gidsId, version: versionIn(headers), contract: toAgreedContract(body), by };
    return toDirectoryOrganisation(await this.requests.ask(ChangeContract, order, asking), this.links);
  }

  @Handles(confirmOrganisation)
  async confirm(
    @Input() { params: { gidsId }, headers }: InputOf<typeof confirmOrganisation>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ApiDirectoryOrganisation> {
    const order = { gidsId, version: versionIn(headers), by };
    return toDirectoryOrganisation(await this.requests.ask(ConfirmOrganisation, order, asking), this.links);
  }

  @Handles(deleteOrganisation)
  async delete(
    @Input() { params: { gidsId }, headers }: InputOf<typeof deleteOrganisation>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<void> {
    await this.requests.ask(DeleteOrganisation, { gidsId, version: versionIn(headers), by }, asking);
  }
}
