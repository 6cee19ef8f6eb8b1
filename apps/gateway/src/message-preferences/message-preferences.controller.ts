import { ChangeMessagePreferences, ShowMessagePreferences } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { imports } from '@gids/sources';
import { Controller } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { fromPreference, toPreference, type ApiMessagePreferences } from '../api/message-preference.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { changeMessagePreferences, showMessagePreferences } from './message-preferences.operations.js';

/** What who is signed in wants by e-mail (SCREENS §3.13). */
@Controller()
export class MessagePreferencesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(showMessagePreferences)
  async show(@Asking() asking: AskOptions): Promise<ApiMessagePreferences> {
    const { preferences } = await this.requests.ask(ShowMessagePreferences, { importIds: imports.map(({ id }) => id) }, asking);
    return { voorkeuren: preferences.map(toPreference), _links: { self: this.links.messagePreferences() } };
  }

  @Handles(changeMessagePreferences)
  async change(@Input() { body }: InputOf<typeof changeMessagePreferences>, @Asking() asking: AskOptions): Promise<ApiMessagePreferences> {
    await this.requests.ask(ChangeMessagePreferences, { preferences: body.voorkeuren.map(fromPreference) }, asking);
    return this.show(asking);
  }
}
