import { ImportRightChanged } from '@gids/contracts';
import { Transactions, type Origin, type UnitOfWork } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { tellOfChange } from '../accounts/person-telling.js';
import type { ImportRightView } from '../api/import-right.js';
import { problems } from '../http/problems.js';

/** Whose importrecht of which import. */
export interface RightSubject {
  readonly account: string;
  readonly importId: string;
}

interface RightRow {
  account: string;
  import_id: string;
  granted_by: string;
  granted_at: string;
}

/** The import rights of people (R78); every change is told to the other services in its own transaction. */
@Injectable()
export class ImportRights {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
  ) {}

  /** @returns a part of the rights, of one account or import where that is told, and how many there are */
  async list(filter: Partial<RightSubject>, limit: number, offset: number): Promise<{ items: ImportRightView[]; total: number }> {
    const sql = sqlOf(this.orm.em.fork());
    const kept = `FROM import_right JOIN account ON account.id = account_id
      WHERE ($1::text IS NULL OR name = $1) AND ($2::text IS NULL OR import_id = $2)`;
    const [counted] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total ${kept}`, [filter.account, filter.importId]);
    const rows = await sql.all<RightRow>(
      `SELECT name AS account, import_id, granted_by, granted_at ${kept} ORDER BY name, import_id LIMIT $3 OFFSET $4`,
      [filter.account, filter.importId, limit, offset],
    );
    return { items: rows.map(toView), total: counted?.total ?? 0 };
  }

  /**
   * Gives a right; one that is there already stays as it was given, and nothing is told.
   * @param by name of the systeembeheerder
   * @throws HttpProblem 404 where there is no such account
   */
  grant(subject: RightSubject, by: string, origin: Origin): Promise<ImportRightView> {
    return this.transactions.run(origin, async (unit) => {
      const accountId = await lockAccount(unit.sql, subject.account);
      const added = await unit.sql.run(
        'INSERT INTO import_right (account_id, import_id, granted_by, granted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [accountId, subject.importId, by, this.transactions.now()],
      );
      if (added === 1) await tell(unit, accountId, { ...subject, granted: true, by });
      return this.read(unit.sql, accountId, subject);
    });
  }

  /** Takes a right away. @throws HttpProblem 404 where nobody of this name has it */
  withdraw(subject: RightSubject, by: string, origin: Origin): Promise<void> {
    return this.transactions.run(origin, async (unit) => {
      const accountId = await lockAccount(unit.sql, subject.account);
      const removed = await unit.sql.run('DELETE FROM import_right WHERE account_id = $1 AND import_id = $2', [accountId, subject.importId]);
      if (removed === 0) throw problems.notFound(`Het importrecht van "${subject.account}" op ${subject.importId}`);
      await tell(unit, accountId, { ...subject, granted: false, by });
    });
  }

  private async read(sql: Sql, accountId: string, { account, importId }: RightSubject): Promise<ImportRightView> {
    const [row] = await sql.all<RightRow>('SELECT $3 AS account, import_id, granted_by, granted_at FROM import_right WHERE account_id = $1 AND import_id = $2', [
      accountId,
      importId,
      account,
    ]);
    if (!row) throw new Error(`The right of ${account} on ${importId} was given and is not there`);
    return toView(row);
  }
}

async function lockAccount(sql: Sql, name: string): Promise<string> {
  const [row] = await sql.all<{ id: string }>('SELECT id FROM account WHERE name = $1 FOR UPDATE', [name]);
  if (!row) throw problems.notFound(`Het account "${name}"`);
  return row.id;
}

async function tell(unit: UnitOfWork, accountId: string, change: RightSubject & { granted: boolean; by: string }): Promise<void> {
  unit.emit(ImportRightChanged, change, { subject: change.account });
  await tellOfChange(unit, accountId);
}

function toView(row: RightRow): ImportRightView {
  return { account: row.account, importId: row.import_id, grantedBy: row.granted_by, grantedAt: new Date(row.granted_at) };
}
