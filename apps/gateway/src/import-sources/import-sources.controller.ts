import { ListSources } from '@gids/contracts';
import { RequestClient } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportSource, type ImportSource } from '../api/import-source.js';
import { ApiLinks, type Link } from '../api/links.js';
import { CorrelationId, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import { listSources, showSource } from './import-sources.operations.js';

/** The sources that are imported. */
@Controller()
export class ImportSourcesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listSources)
  async list(@Input() { url }: InputOf<typeof listSources>, @CorrelationId() correlationid: string): Promise<{ _embedded: { item: ImportSource[] }; _links: { self: Link } }> {
    const { items } = await this.requests.ask(ListSources, {}, { correlationid });
    return {
      _embedded: { item: items.map((source) => toImportSource(source, this.links)) },
      _links: { self: this.links.list(url) },
    };
  }

  @Handles(showSource)
  async show(@Input() { params }: InputOf<typeof showSource>, @CorrelationId() correlationid: string): Promise<ImportSource> {
    const { items } = await this.requests.ask(ListSources, { sourceId: params.id }, { correlationid });
    const [source] = items;
    if (!source) throw problems.notFound(`Importbron "${params.id}"`);
    return toImportSource(source, this.links);
  }
}
