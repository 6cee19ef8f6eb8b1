import type { ServerResponse } from 'node:http';
import { CopyOrganisation } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { toDirectoryOrganisation, type ApiDirectoryOrganisation } from '../api/directory-organisation.js';
import { ApiLinks } from '../api/links.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { copyOrganisation } from './organisation-copies.operations.js';

/** KopieerOrganisatie (R63, R92). */
@Controller()
export class OrganisationCopiesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(copyOrganisation)
  async copy(
    @Input() { body }: InputOf<typeof copyOrganisation>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<ApiDirectoryOrganisation> {
    const { organisatieId, bovenliggendeOrganisatieId, accountmanager, zichtbaar, metProducten } = body;
    const order = { gidsId: organisatieId, parentGidsId: bovenliggendeOrganisatieId, accountManager: accountmanager, visible: zichtbaar, withProducts: metProducten, by };
    const copy = await this.requests.ask(CopyOrganisation, order, asking);
    response.setHeader('Location', this.links.directoryOrganisation(copy.gidsId).href);
    return toDirectoryOrganisation(copy, this.links);
  }
}
