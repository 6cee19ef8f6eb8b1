import type { ServerResponse } from 'node:http';
import { ShowUnsubscription, Unsubscribe } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import { sendPage } from '../http/html-page.js';
import type { InputOf } from '../http/operation.js';
import { Public } from '../sign-in/public.decorator.js';
import { askingPage, donePage } from './unsubscribing-pages.js';
import { showUnsubscribing, unsubscribe } from './unsubscribing.operations.js';

/** The links in mails: whoever holds one may use it, without a sign-in (RFC 8058). */
@Controller()
export class UnsubscribingController {
  constructor(private readonly requests: RequestClient) {}

  @Public()
  @Handles(showUnsubscribing)
  async show(@Input() { params }: InputOf<typeof showUnsubscribing>, @Asking() asking: AskOptions, @Res() response: ServerResponse): Promise<void> {
    sendPage(response, askingPage(await this.requests.ask(ShowUnsubscription, params, asking)), true);
  }

  @Public()
  @Handles(unsubscribe)
  async unsubscribe(@Input() { params }: InputOf<typeof unsubscribe>, @Asking() asking: AskOptions, @Res() response: ServerResponse): Promise<void> {
    sendPage(response, donePage(await this.requests.ask(Unsubscribe, params, asking)));
  }
}
