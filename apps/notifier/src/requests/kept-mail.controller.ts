import { ListKeptMail, RequestRefused, ShowKeptMail, type Actor, type KeptMail, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CONFIG } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { iso } from '../messages/iso.js';
import type { NotifierConfig } from '../notifier.settings.js';
import { foundOr, readerWhoAsks } from './asking.js';

const columns = 'id, subject, address, created_at AS "writtenAt"';
/** What has been written to the folder, for everybody or for one reader. */
const kept = "FROM message JOIN delivery ON id = message_id WHERE state = 'sent' AND ($1::text IS NULL OR reader = $1)";

/** The mail that is kept as files while there is no mail server: a systeembeheerder sees all, others their own. */
@Controller()
export class KeptMailController {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CONFIG) private readonly config: NotifierConfig,
  ) {}

  @AnswersRequest(ListKeptMail)
  async list({ page, pageSize }: PayloadOf<typeof ListKeptMail>, { actor }: RequestContext): Promise<ReplyOf<typeof ListKeptMail>> {
    const [reader, sql] = [this.readerToShow(actor), sqlOf(this.orm.em.fork())];
    const rows = await sql.all<KeptMail>(`SELECT ${columns} ${kept} ORDER BY created_at DESC, id LIMIT $2 OFFSET $3`, [reader, pageSize, (page - 1) * pageSize]);
    const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total ${kept}`, [reader]);
    return { items: rows.map(toKeptMail), total: count?.total ?? 0 };
  }

  @AnswersRequest(ShowKeptMail)
  async show({ id }: PayloadOf<typeof ShowKeptMail>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowKeptMail>> {
    const reader = this.readerToShow(actor);
    const [row] = await sqlOf(this.orm.em.fork()).all<KeptMail & { html: string }>(`SELECT ${columns}, html ${kept} AND id = $2`, [reader, id]);
    const found = foundOr(row, 'Deze e-mail is er niet, of is niet voor u.');
    return { ...toKeptMail(found), html: found.html };
  }

  /** @returns whose mail may be seen; null for everybody's. @throws RequestRefused as soon as mail really leaves */
  private readerToShow(actor: Actor | undefined): string | null {
    if (this.config.SMTP_URL !== undefined) {
      throw new RequestRefused({ kind: 'notFound', code: 'mailIsSent', message: 'E-mail wordt hier niet bewaard: hij gaat naar de mailserver.' });
    }
    return actor === undefined || actor.systemAdministrator ? null : readerWhoAsks(actor);
  }
}

function toKeptMail({ id, subject, address, writtenAt }: KeptMail): KeptMail {
  return { id, subject, address, writtenAt: iso(writtenAt) };
}
