import type { ServerResponse } from 'node:http';
import type { Origin } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { toAccount, type Account, type CreatedAccount } from '../api/account.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { Cause, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { versionIn } from '../http/version-tag.js';
import { AccountAdministration } from './account-administration.js';
import { changeAccount, createAccount, listAccounts, showAccount } from './accounts.operations.js';

/** Who may sign in; for the systeembeheerder. */
@Controller()
export class AccountsController {
  constructor(
    private readonly administration: AccountAdministration,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listAccounts)
  async list(@Input() input: InputOf<typeof listAccounts>): Promise<Page<Account>> {
    const { search, geblokkeerd: blocked, page, pageSize } = input.query;
    const { items, total } = await this.administration.list({ search, blocked }, pageSize, (page - 1) * pageSize);
    return toPage({ items: items.map((item) => toAccount(item, this.links)), total }, input, this.links);
  }

  @Handles(showAccount)
  async show(@Input() { params }: InputOf<typeof showAccount>): Promise<Account> {
    return toAccount(await this.administration.show(params.naam), this.links);
  }

  @Handles(createAccount)
  async create(
    @Input() { body }: InputOf<typeof createAccount>,
    @Cause() cause: Origin,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<CreatedAccount> {
    const { naam: name, email = null, weergavenaam: displayName = null, systeembeheerder: systemAdministrator } = body;
    const { account, password } = await this.administration.create({ name, email, displayName, systemAdministrator }, cause);
    response.setHeader('Location', this.links.account(name).href);
    return { ...toAccount(account, this.links), eenmaligWachtwoord: password };
  }

  @Handles(changeAccount)
  async change(@Input() { params, headers, body }: InputOf<typeof changeAccount>, @Cause() cause: Origin): Promise<Account> {
    return toAccount(await this.administration.change(params.naam, versionIn(headers), body, cause), this.links);
  }
}
