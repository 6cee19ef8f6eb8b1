import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Log } from '@gids/messaging';
import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import { CLOCK, CONFIG, LOG, WorkLoop, type Clock } from '@gids/service-host';
import type { Letter } from '../messages/letter.js';
import { MessageWriter } from '../messages/message-writer.js';
import type { Notice } from '../notices/notice.js';
import { closeDigest, lastTold, postponeDigest, takeDueDigest, type DueDigest } from '../notices/notice-store.js';
import { addressBookOf, type NotifierConfig } from '../notifier.settings.js';
import { preferencesOf } from '../preferences/preference.js';
import { readPreferencesOfImport } from '../preferences/preference-store.js';
import { actLetters, type Post } from './act-letters.js';
import { contentOf } from './digest-content.js';
import { digestLetters } from './digest-letters.js';
import { readContacts } from './read-contacts.js';

/** How long a due digest waits at most; a look at an empty index costs next to nothing. */
const pollMs = 500;
/** When a digest is tried again that could not be told. */
const retryMs = 5 * 60_000;

/** Tells what is due: closes a digest and writes its messages in one transaction, with any number of replicas. */
@Injectable()
export class DigestCloser implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new WorkLoop(() => this.closeNext(), pollMs);

  constructor(
    private readonly orm: MikroORM,
    private readonly writer: MessageWriter,
    @Inject(CONFIG) private readonly config: NotifierConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns whether there was one to close */
  private async closeNext(): Promise<boolean> {
    let digestId: string | undefined;
    try {
      await inTransaction(this.orm, async (em) => {
        const sql = sqlOf(em);
        const due = await takeDueDigest(sql, this.clock());
        digestId = due?.id;
        if (due) await this.tell(sql, due);
      });
      return digestId !== undefined;
    } catch (err) {
      this.log.error({ err, digestId }, 'a digest could not be told; it is tried again');
      if (digestId !== undefined) await this.postpone(digestId);
      return false;
    }
  }

  private async tell(sql: Sql, { id, notices }: DueDigest): Promise<void> {
    const contacts = await readContacts(sql, notices, addressBookOf(this.config));
    const [first] = notices;
    const importId = first && 'importId' in first.data ? first.data.importId : undefined;
    const preferences = importId === undefined ? [] : await readPreferencesOfImport(sql, importId);
    const letters = await this.lettersOf(sql, id, notices, { contacts, preferenceOf: preferencesOf(preferences), screens: this.writer.screens });
    await this.writer.write(sql, letters, contacts);
    await closeDigest(sql, id, this.clock());
  }

  private async lettersOf(sql: Sql, id: string, notices: readonly Notice[], post: Post): Promise<Letter[]> {
    const acts = notices.flatMap((notice) => actLetters(id, notice, post));
    const content = contentOf(notices);
    if (!content) return acts;
    const [run, round] = [await lastTold(sql, 'RUN_COMPLETED', content.sourceId), await lastTold(sql, 'REVIEW_ROUND_OPENED', content.sourceId)];
    const earlier = { ...(run && { run }), ...(round && { round }) };
    const about = content.run && id === `run:${content.run.runId}` ? content.run.runId : id;
    return [...acts, ...digestLetters({ about, content, earlier, ...post }, post.screens)];
  }

  private async postpone(id: string): Promise<void> {
    const until = new Date(this.clock().getTime() + retryMs);
    await postponeDigest(sqlOf(this.orm.em.fork()), id, until).catch((err: unknown) => this.log.warn({ err }, 'a digest could not be put off'));
  }
}
