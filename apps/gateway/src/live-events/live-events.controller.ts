import type { ServerResponse } from 'node:http';
import { Controller, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { Asker, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { watch } from './live-events.operations.js';
import { LiveFeed } from './live-feed.js';

/** The live events, for screens and the command line. */
@Controller()
export class LiveEventsController implements BeforeApplicationShutdown {
  constructor(private readonly feed: LiveFeed) {}

  @Handles(watch)
  async watch(
    @Input() { query, headers }: InputOf<typeof watch>,
    @Asker() { systemAdministrator, importRights }: Caller,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const imports = systemAdministrator ? undefined : importRights;
    await this.feed.join(response, { sourceId: query.bronId, runId: query.runId, imports }, headers['last-event-id']);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.feed.close();
  }
}
