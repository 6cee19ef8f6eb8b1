import { ListPublicChanges, type PublicChange } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { sourceById } from '@gids/sources';
import { Controller } from '@nestjs/common';
import { ApiLinks, type Link } from '../api/links.js';
import { toOrganisation } from '../api/organisation.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { Public } from '../sign-in/public.decorator.js';
import { listChanges, type Changes } from './changes-feed.operations.js';

/** What changed of what the public reads, for those who keep a copy (R98). */
@Controller()
export class ChangesFeedController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Public()
  @Handles(listChanges)
  async list(@Input() { query, url }: InputOf<typeof listChanges>, @Asking() asking: AskOptions): Promise<Changes> {
    const { items, cursor, more } = await this.requests.ask(ListPublicChanges, { after: query.vanaf, limit: query.pageSize }, asking);
    return {
      volgende: cursor,
      _embedded: { item: items.map((change) => this.toChange(change)) },
      _links: { self: this.links.list(url), ...(more && { next: this.from(url, cursor) }) },
    };
  }

  private toChange({ gidsId, changedAt, organisation }: PublicChange): Changes['_embedded']['item'][number] {
    return {
      gidsId,
      soort: organisation ? 'zichtbaar' : 'verdwenen',
      gewijzigdOp: changedAt,
      organisatie: organisation ? toOrganisation(organisation, sourceById(organisation.sourceId ?? ''), this.links) : null,
    };
  }

  private from(asked: URL, cursor: string): Link {
    const url = new URL(asked);
    url.searchParams.set('vanaf', cursor);
    return this.links.list(url);
  }
}
