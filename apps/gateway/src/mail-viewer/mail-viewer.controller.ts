import type { ServerResponse } from 'node:http';
import { ListKeptMail, ShowKeptMail } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import { sendPage } from '../http/html-page.js';
import type { InputOf } from '../http/operation.js';
import { mailListPage, mailsPerPage } from './mail-list-page.js';
import { listKeptMail, showKeptMail } from './mail-viewer.operations.js';

/** The mail of an installation without a mail server: nothing of it is lost, and it can be read here. */
@Controller()
export class MailViewerController {
  constructor(private readonly requests: RequestClient) {}

  @Handles(listKeptMail)
  async list(@Input() { query: { page } }: InputOf<typeof listKeptMail>, @Asking() asking: AskOptions, @Res() response: ServerResponse): Promise<void> {
    const found = await this.requests.ask(ListKeptMail, { page, pageSize: mailsPerPage }, asking);
    sendPage(response, mailListPage(found, page));
  }

  @Handles(showKeptMail)
  async show(@Input() { params }: InputOf<typeof showKeptMail>, @Asking() asking: AskOptions, @Res() response: ServerResponse): Promise<void> {
    sendPage(response, (await this.requests.ask(ShowKeptMail, params, asking)).html);
  }
}
