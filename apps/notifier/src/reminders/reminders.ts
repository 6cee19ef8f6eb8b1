import { RequestRefused, ShowReviewRound } from '@gids/contracts';
import { RequestClient, type Log } from '@gids/messaging';
import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import { CLOCK, CONFIG, LOG, RegularWork, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { readContacts } from '../digests/read-contacts.js';
import { MessageWriter } from '../messages/message-writer.js';
import { addressBookOf, type NotifierConfig } from '../notifier.settings.js';
import { preferencesOf } from '../preferences/preference.js';
import { readPreferencesOfImport } from '../preferences/preference-store.js';
import { reminderLetters, type Progress } from './reminder-letters.js';
import { reminderWeek } from './week.js';

const pollMs = 5_000;

/** Reminds, once a week, who asked for it of what is still to be judged (SCREENS §6 M12). */
@Injectable()
export class Reminders implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new RegularWork(() => this.remind(), pollMs, (err) => this.log.warn({ err }, 'the weekly reminder waits'));

  constructor(
    private readonly orm: MikroORM,
    private readonly requests: RequestClient,
    private readonly writer: MessageWriter,
    @Inject(CONFIG) private readonly config: NotifierConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private async remind(): Promise<void> {
    const week = reminderWeek(this.clock());
    if (week === undefined) return;
    for (const importId of await waitingImports(sqlOf(this.orm.em.fork()), week)) {
      const progress = await this.progressOf(importId);
      await inTransaction(this.orm, (em) => this.write(sqlOf(em), week, progress));
    }
  }

  /** An import that never had a controleronde has nothing to judge. */
  private async progressOf(importId: string): Promise<Progress> {
    try {
      const { total, judged } = await this.requests.ask(ShowReviewRound, { importId });
      return { importId, total, judged };
    } catch (error) {
      if (error instanceof RequestRefused && error.problem.kind === 'notFound') return { importId, total: 0, judged: 0 };
      throw error;
    }
  }

  private async write(sql: Sql, week: string, progress: Progress): Promise<void> {
    const { importId } = progress;
    const mine = await sql.run('INSERT INTO reminder (import_id, week) VALUES ($1, $2) ON CONFLICT DO NOTHING', [importId, week]);
    if (mine === 0) return;
    const contacts = await readContacts(sql, [], addressBookOf(this.config));
    const preferenceOf = preferencesOf(await readPreferencesOfImport(sql, importId));
    await this.writer.write(sql, reminderLetters(week, progress, contacts, preferenceOf, this.writer.screens), contacts);
  }
}

/** @returns the imports of which somebody wants the reminder, and has not had that of this week */
async function waitingImports(sql: Sql, week: string): Promise<string[]> {
  const rows = await sql.all<{ importId: string }>(
    `SELECT DISTINCT import_id AS "importId" FROM preference
     WHERE weekly_reminder AND NOT EXISTS (SELECT FROM reminder WHERE reminder.import_id = preference.import_id AND week = $1)`,
    [week],
  );
  return rows.map(({ importId }) => importId);
}
