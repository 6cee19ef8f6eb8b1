import { CountImportRecords } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { toRecordFilter } from '../import-records/record-filter.js';
import { facetName, facetNames, facetValue, type FacetName } from './facet-names.js';
import { countImportRecords, type RecordCounts } from './record-facets.operations.js';

/** How many records each value of a filter means (SCREENS §3.2). */
@Controller()
export class RecordFacetsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(countImportRecords)
  async count(@Input() { query, url }: InputOf<typeof countImportRecords>, @Asking() asking: AskOptions): Promise<RecordCounts> {
    const { facet: asked, ...filter } = query;
    const facets = asked.map((name) => facetNames[name as FacetName]);
    const { total, facets: counted } = await this.requests.ask(CountImportRecords, { ...toRecordFilter(filter), facets }, asking);
    const facetten = counted.map(({ facet, values }) => ({
      facet: facetName(facet),
      waarden: values.map(({ value, count }) => ({ waarde: facetValue(facet, value), aantal: count })),
    }));
    return { totaal: total, facetten, _links: { self: this.links.list(url) } };
  }
}
