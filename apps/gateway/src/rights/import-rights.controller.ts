import type { ServerResponse } from 'node:http';
import type { Origin } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { toImportRight, type ImportRight } from '../api/import-right.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { Asker, Cause, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { grantImportRight, listImportRights, withdrawImportRight } from './import-rights.operations.js';
import { ImportRights } from './import-rights.js';

/** Who may manage which import; only a systeembeheerder gives and takes that (R79). */
@Controller()
export class ImportRightsController {
  constructor(
    private readonly rights: ImportRights,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listImportRights)
  async list(@Input() input: InputOf<typeof listImportRights>): Promise<Page<ImportRight>> {
    const { account, import: importId, page, pageSize } = input.query;
    const filter = { ...(account !== undefined && { account }), ...(importId !== undefined && { importId }) };
    const { items, total } = await this.rights.list(filter, pageSize, (page - 1) * pageSize);
    return toPage({ items: items.map((item) => toImportRight(item, this.links)), total }, input, this.links);
  }

  @Handles(grantImportRight)
  async grant(
    @Input() { body: { account, import: importId } }: InputOf<typeof grantImportRight>,
    @Asker() { name: by }: Caller,
    @Cause() cause: Origin,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<ImportRight> {
    const right = await this.rights.grant({ account, importId }, by, cause);
    response.setHeader('Location', this.links.importRight(importId, account).href);
    return toImportRight(right, this.links);
  }

  @Handles(withdrawImportRight)
  async withdraw(
    @Input() { params: { account, import: importId } }: InputOf<typeof withdrawImportRight>,
    @Asker() { name: by }: Caller,
    @Cause() cause: Origin,
  ): Promise<void> {
    await this.rights.withdraw({ account, importId }, by, cause);
  }
}
