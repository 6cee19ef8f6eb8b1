import type { ServerResponse } from 'node:http';
import { Controller, Res } from '@nestjs/common';
import { ApiLinks, type Link } from '../api/links.js';
import { Asker, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { HttpProblem, problems } from '../http/problems.js';
import { versionIn } from '../http/version-tag.js';
import type { Caller } from '../sign-in/caller.js';
import { toSavedView, type SavedView, type ViewContent } from './saved-view.js';
import { changeView, listViews, makeView, removeView, showView } from './saved-views.operations.js';
import { SavedViews, type NamedView } from './saved-views.js';

/** Views that people keep of the list of import records (SCREENS §3.2). */
@Controller()
export class SavedViewsController {
  constructor(
    private readonly views: SavedViews,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listViews)
  async list(@Input() { url }: InputOf<typeof listViews>, @Asker() { name: owner }: Caller): Promise<{ _embedded: { item: SavedView[] }; _links: { self: Link } }> {
    const rows = await this.views.list(owner);
    return { _embedded: { item: rows.map((row) => toSavedView(row, this.links)) }, _links: { self: this.links.list(url) } };
  }

  @Handles(showView)
  async show(@Input() { params: { id } }: InputOf<typeof showView>): Promise<SavedView> {
    const row = await this.views.find(id);
    if (!row) throw unknown(id);
    return toSavedView(row, this.links);
  }

  @Handles(makeView)
  async make(@Input() { body }: InputOf<typeof makeView>, @Asker() { name: owner }: Caller, @Res({ passthrough: true }) response: ServerResponse): Promise<SavedView> {
    const row = await this.views.make(namedView(owner, body));
    if (!row) throw conflict(`U hebt al een weergave "${body.naam}", of u hebt er honderd. Kies een andere naam, of verwijder er een.`);
    const view = toSavedView(row, this.links);
    response.setHeader('Location', view._links.self.href);
    return view;
  }

  @Handles(changeView)
  async change(@Input() { params: { id }, headers, body }: InputOf<typeof changeView>, @Asker() { name: owner }: Caller): Promise<SavedView> {
    const row = await this.views.change(id, versionIn(headers), namedView(owner, body));
    if (!row) throw await this.whyNotChanged(id, owner, body.naam);
    return toSavedView(row, this.links);
  }

  @Handles(removeView)
  async remove(@Input() { params: { id } }: InputOf<typeof removeView>, @Asker() { name: owner }: Caller): Promise<void> {
    if (!(await this.views.remove(id, owner))) throw unknown(id);
  }

  /** That of another cannot be told from one that is not there. */
  private async whyNotChanged(id: string, owner: string, name: string): Promise<HttpProblem> {
    const { own, nameTaken } = await this.views.ownership(id, owner, name);
    if (!own) return unknown(id);
    if (nameTaken) return conflict(`U hebt al een andere weergave "${name}". Kies een andere naam.`);
    return new HttpProblem(412, { title: 'Intussen gewijzigd', detail: 'Deze weergave is intussen gewijzigd. Haal haar opnieuw op.', code: 'intussenGewijzigd' });
  }
}

type SavedInput = InputOf<typeof makeView>['body'];

/** Kept as the API takes it, so that a stored view is valid input again. */
function namedView(owner: string, { naam, filter, ...rest }: SavedInput): NamedView {
  const ids = filter.ids && { ids: filter.ids.map(String) };
  return { owner, name: naam, view: { filter: { ...filter, ...ids }, ...rest } as ViewContent };
}

function unknown(id: string): HttpProblem {
  return problems.notFound(`Weergave ${id}`);
}

function conflict(detail: string): HttpProblem {
  return new HttpProblem(409, { title: 'Kan nu niet', detail, code: 'bestaatAl' });
}
