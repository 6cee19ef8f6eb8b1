import { ChangePublicationAction, LinkOrganisation, SaveImportNote, ShowRecordHistory, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext, type UnitOfWork } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { listHistory } from '../history/record-history.js';
import { linkRecord, unlinkRecord } from '../links/link-record.js';
import { lockLinkTarget } from '../links/link-target.js';
import type { Asker } from '../people/may.js';
import { deciding, reading } from '../people/rights.js';
import { showImportRecord } from '../queries/import-record-list.js';
import { changeRecords, type RecordChange } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';
import { changeAction } from './change-action.js';
import { lockForDecision, type DecisionTarget } from './lock-record.js';
import { saveNote } from './save-note.js';

/** What an import manager decides on one record: its action, its link, its note (R49-R54). */
@Controller()
export class DecisionsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ChangePublicationAction)
  changePublicationAction(command: PayloadOf<typeof ChangePublicationAction>, { actor }: RequestContext): Promise<ReplyOf<typeof ChangePublicationAction>> {
    return this.decide(command, actor, async (record) => changeAction(record, command));
  }

  @AnswersRequest(LinkOrganisation)
  linkOrganisation(command: PayloadOf<typeof LinkOrganisation>, { actor }: RequestContext): Promise<ReplyOf<typeof LinkOrganisation>> {
    const { gidsId } = command;
    return this.decide(command, actor, async (record, { sql }) => (gidsId === undefined ? unlinkRecord(record) : linkRecord(record, await lockLinkTarget(sql, gidsId))));
  }

  @AnswersRequest(SaveImportNote)
  saveImportNote(command: PayloadOf<typeof SaveImportNote>, { actor }: RequestContext): Promise<ReplyOf<typeof SaveImportNote>> {
    return this.decide(command, actor, async (record) => saveNote(record, command.note));
  }

  @AnswersRequest(ShowRecordHistory)
  async showRecordHistory(filter: PayloadOf<typeof ShowRecordHistory>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowRecordHistory>> {
    const sql = sqlOf(this.orm.em.fork());
    const { importId } = await showImportRecord(sql, filter.id);
    reading(actor)(importId);
    return listHistory(sql, filter);
  }

  private decide(
    command: DecisionTarget & { readonly by: string },
    asker: Asker,
    rule: (record: RecordState, unit: UnitOfWork) => Promise<RecordChange | undefined>,
  ): Promise<ReplyOf<typeof ChangePublicationAction>> {
    return this.transactions.run({}, async (unit) => {
      const record = await lockForDecision(unit.sql, command, ({ importId }) => deciding(asker)(importId));
      const change = await rule(record, unit);
      await changeRecords(unit.sql, [record.id], { at: this.clock(), by: command.by }, () => change);
      return showImportRecord(unit.sql, record.id);
    });
  }
}
