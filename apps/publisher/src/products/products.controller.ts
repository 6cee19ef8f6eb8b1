import { ChangeProduct, CreateProduct, DeleteProduct, ListProducts, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { listProducts } from './list-products.js';
import { changeProduct, createProduct, deleteProduct } from './manage-products.js';

/** What editors do with products (aanbod). */
@Controller()
export class ProductsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ListProducts)
  listProducts(query: PayloadOf<typeof ListProducts>): Promise<ReplyOf<typeof ListProducts>> {
    return listProducts(sqlOf(this.orm.em.fork()), query);
  }

  @AnswersRequest(CreateProduct)
  createProduct(command: PayloadOf<typeof CreateProduct>): Promise<ReplyOf<typeof CreateProduct>> {
    return this.transactions.run({}, (unit) => createProduct(unit, command, this.clock()));
  }

  @AnswersRequest(ChangeProduct)
  changeProduct(command: PayloadOf<typeof ChangeProduct>): Promise<ReplyOf<typeof ChangeProduct>> {
    return this.transactions.run({}, (unit) => changeProduct(unit, command, this.clock()));
  }

  @AnswersRequest(DeleteProduct)
  deleteProduct(command: PayloadOf<typeof DeleteProduct>): Promise<ReplyOf<typeof DeleteProduct>> {
    return this.transactions.run({}, (unit) => deleteProduct(unit, command));
  }
}
