import { ListDeliveries, ReleaseHeldMail, RequestRefused, ResolveDelivery, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { inTransaction, sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { decideDelivery } from '../delivery/delivery-store.js';
import { findDelivery, listDeliveries } from '../delivery/delivery-views.js';
import { releaseHeld } from '../holds/mail-hold.js';
import { assertAdministrator, foundOr } from './asking.js';

/** What systeembeheerders see of mail on its way, and decide where nothing follows by itself. */
@Controller()
export class DeliveriesController {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ListDeliveries)
  async list(payload: PayloadOf<typeof ListDeliveries>, { actor }: RequestContext): Promise<ReplyOf<typeof ListDeliveries>> {
    assertAdministrator(actor);
    return listDeliveries(sqlOf(this.orm.em.fork()), payload);
  }

  @AnswersRequest(ResolveDelivery)
  async resolve({ id, decision, by }: PayloadOf<typeof ResolveDelivery>, { actor }: RequestContext): Promise<ReplyOf<typeof ResolveDelivery>> {
    assertAdministrator(actor);
    await inTransaction(this.orm, async (em) => {
      const outcome = await decideDelivery(em, id, { decision, by, now: this.clock() });
      if (outcome === 'unknown') foundOr(undefined, `Er is geen bezorging van bericht ${id}.`);
      if (outcome === 'not to be decided') throw notNow();
    });
    return foundOr(await findDelivery(sqlOf(this.orm.em.fork()), id), `Er is geen bezorging van bericht ${id}.`);
  }

  @AnswersRequest(ReleaseHeldMail)
  async release({ by }: PayloadOf<typeof ReleaseHeldMail>, { actor }: RequestContext): Promise<ReplyOf<typeof ReleaseHeldMail>> {
    assertAdministrator(actor);
    return { released: await inTransaction(this.orm, (em) => releaseHeld(sqlOf(em), by, this.clock())) };
  }
}

function notNow(): RequestRefused {
  return new RequestRefused({
    kind: 'conflict',
    code: 'deliveryNotDecidable',
    message: 'Over deze bezorging valt niets te beslissen: alleen wat mislukt of onbevestigd is, wacht op een besluit. Haal de lijst opnieuw op.',
  });
}
