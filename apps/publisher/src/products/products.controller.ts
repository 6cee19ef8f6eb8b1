import { ChangeProduct, CreateProduct, DeleteProduct, ListProducts, ShowProduct, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { requirePerson } from '../people/rights.js';
import { listProducts } from './list-products.js';
import { changeProduct, createProduct, deleteProduct } from './manage-products.js';
import { showManagedProduct } from './product-store.js';

/** What editors do with products (aanbod). */
@Controller()
export class ProductsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ListProducts)
  async listProducts(query: PayloadOf<typeof ListProducts>, { actor }: RequestContext): Promise<ReplyOf<typeof ListProducts>> {
    requirePerson(actor);
    return listProducts(sqlOf(this.orm.em.fork()), query, actor);
  }

  @AnswersRequest(ShowProduct)
  async showProduct({ gidsId }: PayloadOf<typeof ShowProduct>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowProduct>> {
    requirePerson(actor);
    return showManagedProduct(sqlOf(this.orm.em.fork()), gidsId);
  }

  @AnswersRequest(CreateProduct)
  createProduct(command: PayloadOf<typeof CreateProduct>, { actor }: RequestContext): Promise<ReplyOf<typeof CreateProduct>> {
    return this.transactions.run({}, (unit) => createProduct(unit, command, actor, this.clock()));
  }

  @AnswersRequest(ChangeProduct)
  changeProduct(command: PayloadOf<typeof ChangeProduct>, { actor }: RequestContext): Promise<ReplyOf<typeof ChangeProduct>> {
    return this.transactions.run({}, (unit) => changeProduct(unit, command, actor, this.clock()));
  }

  @AnswersRequest(DeleteProduct)
  deleteProduct(command: PayloadOf<typeof DeleteProduct>, { actor }: RequestContext): Promise<ReplyOf<typeof DeleteProduct>> {
    return this.transactions.run({}, (unit) => deleteProduct(unit, command, actor));
  }
}
