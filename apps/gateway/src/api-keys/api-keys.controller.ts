import type { ServerResponse } from 'node:http';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject, Res } from '@nestjs/common';
import { toApiKey, type ApiKey, type ApiKeyView, type CreatedApiKey } from '../api/api-key.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { Asker, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.operations.js';
import { ApiKeys } from './api-keys.js';
import { expiryOf } from './key-lifetime.js';

/** The keys with which scripts deliver; for the systeembeheerder. */
@Controller()
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeys,
    private readonly links: ApiLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(listApiKeys)
  async list(@Input() input: InputOf<typeof listApiKeys>): Promise<Page<ApiKey>> {
    const { import: importId, geldig: valid, page, pageSize } = input.query;
    const { items, total } = await this.keys.list({ importId, valid }, pageSize, (page - 1) * pageSize);
    return toPage({ items: items.map((item) => this.toApi(item)), total }, input, this.links);
  }

  @Handles(createApiKey)
  async create(
    @Input() { body: { naam: name, import: importId, verlooptOp } }: InputOf<typeof createApiKey>,
    @Asker() { name: by }: Caller,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<CreatedApiKey> {
    const expiresAt = expiryOf(verlooptOp === undefined ? undefined : new Date(verlooptOp), this.clock());
    const { view, key } = await this.keys.create({ name, importId, expiresAt, by });
    response.setHeader('Location', this.links.apiKey(view.id).href);
    return { ...this.toApi(view), sleutel: key };
  }

  @Handles(revokeApiKey)
  async revoke(@Input() { params }: InputOf<typeof revokeApiKey>): Promise<void> {
    await this.keys.revoke(params.id);
  }

  private toApi(view: ApiKeyView): ApiKey {
    return toApiKey(view, this.clock(), this.links);
  }
}
