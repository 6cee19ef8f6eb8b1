import { JudgeDuplicate, ShowImportRecord, type Duplicate } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toDuplicate, toVerdict, type Candidates } from '../api/duplicate.js';
import { ApiLinks } from '../api/links.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { judgeCandidate, listCandidates } from './candidates.operations.js';

/** What a record may be a duplicate of, and what people say of it (R43, R46). */
@Controller()
export class CandidatesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listCandidates)
  async list(@Input() { params: { id } }: InputOf<typeof listCandidates>, @Asking() asking: AskOptions): Promise<Candidates> {
    const { duplicates } = await this.requests.ask(ShowImportRecord, { id }, asking);
    return this.toCandidates(id, duplicates);
  }

  /** The record is looked up first: the deduplicator knows it by its source and bronID. */
  @Handles(judgeCandidate)
  async judge(
    @Input() { params: { id }, body }: InputOf<typeof judgeCandidate>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<Candidates> {
    const { importId, sourceId, recordId } = await this.requests.ask(ShowImportRecord, { id }, asking);
    const order = { importId, sourceId, recordId, gidsId: body.kandidaatId, verdict: toVerdict(body.oordeel), by };
    const { duplicates } = await this.requests.ask(JudgeDuplicate, order, asking);
    return this.toCandidates(id, duplicates);
  }

  private toCandidates(id: number, duplicates: readonly Duplicate[]): Candidates {
    return {
      _embedded: { item: duplicates.map(toDuplicate) },
      _links: { self: this.links.candidates(String(id)), organisatieimport: this.links.importRecord(String(id)) },
    };
  }
}
