import { RequestDeletion } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toDeletionRequest, type ApiDeletionRequest } from '../api/deletion-request.js';
import { ApiLinks } from '../api/links.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { requestDeletion } from './deletion-requests.operations.js';

/** What import managers ask of account managers (R50). */
@Controller()
export class DeletionRequestsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(requestDeletion)
  async request(
    @Input() { params: { gidsId }, body }: InputOf<typeof requestDeletion>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ApiDeletionRequest> {
    const order = { gidsId, importRecordId: body.organisatieimportId, reason: body.reden, by };
    return toDeletionRequest(await this.requests.ask(RequestDeletion, order, asking), this.links);
  }
}
