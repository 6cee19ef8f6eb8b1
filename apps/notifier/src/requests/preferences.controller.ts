import { ChangeMessagePreferences, ShowMessagePreferences, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { preferencesOf } from '../preferences/preference.js';
import { keepPreferences, readPreferencesOfReader } from '../preferences/preference-store.js';
import { readerWhoAsks } from './asking.js';

/** What everybody himself wants to be mailed (SCREENS §3.13). */
@Controller()
export class PreferencesController {
  constructor(private readonly orm: MikroORM) {}

  @AnswersRequest(ShowMessagePreferences)
  async show({ importIds }: PayloadOf<typeof ShowMessagePreferences>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowMessagePreferences>> {
    return { preferences: await effective(sqlOf(this.orm.em.fork()), readerWhoAsks(actor), importIds) };
  }

  @AnswersRequest(ChangeMessagePreferences)
  async change({ preferences }: PayloadOf<typeof ChangeMessagePreferences>, { actor }: RequestContext): Promise<ReplyOf<typeof ChangeMessagePreferences>> {
    const reader = readerWhoAsks(actor);
    const sql = sqlOf(this.orm.em.fork());
    await keepPreferences(sql, preferences.map((preference) => ({ ...preference, reader })));
    return { preferences: await effective(sql, reader, preferences.map(({ importId }) => importId)) };
  }
}

async function effective(sql: Sql, reader: string, importIds: readonly string[]) {
  const preferenceOf = preferencesOf(await readPreferencesOfReader(sql, reader));
  return [...new Set(importIds)].map((importId) => preferenceOf(reader, importId));
}
