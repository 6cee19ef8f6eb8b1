import type { ServerResponse } from 'node:http';
import {
  ChangePublicationAction,
  LinkOrganisation,
  SaveImportNote,
  ShowImportRecord,
  SuppressRecord,
  TakeOverProducts,
  TransferManagement,
  type ImportRecordDetail,
} from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { toDirectoryOrganisation, type ApiDirectoryOrganisation } from '../api/directory-organisation.js';
import { toImportRecordDetail, type ImportRecordWithDetails } from '../api/import-record.js';
import { ApiLinks } from '../api/links.js';
import { toRecordLink, type RecordLink } from '../api/record-change.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import { versionIn } from '../http/version-tag.js';
import type { Caller } from '../sign-in/caller.js';
import { changeRecord, linkRecord, showLink, suppressRecord, takeOverProducts, transferManagement, unlinkRecord } from './record-decisions.operations.js';

/** What import managers decide on one record (R49-R63). */
@Controller()
export class RecordDecisionsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  /** The action goes first, because it may be refused; then the note, on the version that the action made. */
  @Handles(changeRecord)
  async change(
    @Input() { params: { id }, headers, body }: InputOf<typeof changeRecord>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ImportRecordWithDetails> {
    const { publicatieactie, ontkoppelen, importToelichting } = body;
    const seen = versionIn(headers);
    const action = publicatieactie && codeOf(termTables.publicationAction, publicatieactie);
    const acted =
      action && (await this.requests.ask(ChangePublicationAction, { id, version: seen, publicationAction: action, unlink: ontkoppelen ?? false, by }, asking));
    if (acted && importToelichting === undefined) return this.toDetail(acted);
    return this.toDetail(
      await this.requests.ask(SaveImportNote, { id, version: acted?.version ?? seen, note: importToelichting ?? '', by }, asking),
    );
  }

  @Handles(showLink)
  async showLink(@Input() { params: { id } }: InputOf<typeof showLink>, @Asking() asking: AskOptions): Promise<RecordLink> {
    const { linkedOrganisationId, version } = await this.requests.ask(ShowImportRecord, { id }, asking);
    if (linkedOrganisationId === undefined) throw problems.notFound(`Een koppeling van organisatie-import ${id}`);
    return toRecordLink(id, linkedOrganisationId, version, this.links);
  }

  @Handles(linkRecord)
  async link(
    @Input() { params: { id }, headers, body }: InputOf<typeof linkRecord>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ImportRecordWithDetails> {
    const order = { id, version: versionIn(headers), gidsId: body.gidsOrganisatieId, by };
    return this.toDetail(await this.requests.ask(LinkOrganisation, order, asking));
  }

  @Handles(unlinkRecord)
  async unlink(
    @Input() { params: { id }, headers }: InputOf<typeof unlinkRecord>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ImportRecordWithDetails> {
    return this.toDetail(await this.requests.ask(LinkOrganisation, { id, version: versionIn(headers), by }, asking));
  }

  @Handles(takeOverProducts)
  async takeOver(
    @Input() { params: { id }, headers, body }: InputOf<typeof takeOverProducts>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ImportRecordWithDetails> {
    const { wijze, productGidsIds } = body;
    const order = { id, version: versionIn(headers), mode: codeOf(termTables.takeOver, wijze), productGidsIds, by };
    return this.toDetail(await this.requests.ask(TakeOverProducts, order, asking));
  }

  @Handles(suppressRecord)
  async suppress(
    @Input() { params: { id }, headers, body }: InputOf<typeof suppressRecord>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ImportRecordWithDetails> {
    const order = { id, version: versionIn(headers), reason: body.reden, by };
    return this.toDetail(await this.requests.ask(SuppressRecord, order, asking));
  }

  @Handles(transferManagement)
  async transfer(
    @Input() { params: { id }, headers, body }: InputOf<typeof transferManagement>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<{ kopie: ApiDirectoryOrganisation; organisatieimport: ImportRecordWithDetails; uitgesteld: boolean }> {
    const { bovenliggendeOrganisatieId, accountmanager, koppelen } = body;
    const order = { id, version: versionIn(headers), parentGidsId: bovenliggendeOrganisatieId, accountManager: accountmanager, link: koppelen, by };
    const { copy, record, postponed } = await this.requests.ask(TransferManagement, order, asking);
    response.setHeader('Location', this.links.directoryOrganisation(copy.gidsId).href);
    return { kopie: toDirectoryOrganisation(copy, this.links), organisatieimport: this.toDetail(record), uitgesteld: postponed };
  }

  private toDetail(record: ImportRecordDetail): ImportRecordWithDetails {
    return toImportRecordDetail(record, this.links);
  }
}
