import { ListSources } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportSource, type ImportSource } from '../api/import-source.js';
import { ApiLinks, type Link } from '../api/links.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
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
  async list(@Input() { url }: InputOf<typeof listSources>, @Asking() asking: AskOptions): Promise<{ _embedded: { item: ImportSource[] }; _links: { self: Link } }> {
    const { items } = await this.requests.ask(ListSources, {}, asking);
    return {
      _embedded: { item: items.map((source) => toImportSource(source, this.links)) },
      _links: { self: this.links.list(url) },
    };
  }

  @Handles(showSource)
  async show(@Input() { params }: InputOf<typeof showSource>, @Asking() asking: AskOptions): Promise<ImportSource> {
    const { items } = await this.requests.ask(ListSources, { sourceId: params.id }, asking);
    const [source] = items;
    if (!source) throw problems.notFound(`Importbron "${params.id}"`);
    return toImportSource(source, this.links);
  }
}
