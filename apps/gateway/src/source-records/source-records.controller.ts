import type { ServerResponse } from 'node:http';
import { CloseDelivery, OpenDelivery, ReceiveRecords, ShowDelivery } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiLinks } from '../api/links.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { toDelivery, type Delivery } from './delivery.js';
import { closeDelivery, openDelivery, receiveRecords, showDelivery } from './source-records.operations.js';

/** Time in which a large delivery becomes a run, in milliseconds. */
const closingMs = 120_000;

/** Records of a source that a script brings in parts (R6, RELIABILITY c3). */
@Controller()
export class SourceRecordsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(openDelivery)
  async open(
    @Input() { params, body }: InputOf<typeof openDelivery>,
    @Asker() { name: requestedBy }: Caller,
    @Asking() asking: AskOptions,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Delivery> {
    const delivery = await this.requests.ask(OpenDelivery, { id: uuidv7(), sourceId: params.id, full: body.volledig, requestedBy }, asking);
    response.setHeader('Location', this.links.delivery(delivery.sourceId, delivery.id).href);
    return toDelivery(delivery, this.links);
  }

  @Handles(receiveRecords)
  async receive(@Input() { params, body }: InputOf<typeof receiveRecords>, @Asking() asking: AskOptions): Promise<Delivery> {
    const part = { id: params.leveringId, sourceId: params.id, part: body.nummer, records: body.records };
    return toDelivery(await this.requests.ask(ReceiveRecords, part, asking), this.links);
  }

  @Handles(closeDelivery)
  async close(@Input() { params, body }: InputOf<typeof closeDelivery>, @Asking() asking: AskOptions): Promise<Delivery> {
    const order = { id: params.leveringId, sourceId: params.id, expectedRecords: body.verwachtAantal };
    return toDelivery(await this.requests.ask(CloseDelivery, order, { ...asking, timeout: closingMs }), this.links);
  }

  @Handles(showDelivery)
  async show(@Input() { params }: InputOf<typeof showDelivery>, @Asking() asking: AskOptions): Promise<Delivery> {
    return toDelivery(await this.requests.ask(ShowDelivery, { id: params.leveringId, sourceId: params.id }, asking), this.links);
  }
}
