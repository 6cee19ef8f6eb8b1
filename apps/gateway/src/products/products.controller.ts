import type { ServerResponse } from 'node:http';
import { ChangeProduct, CreateProduct, DeleteProduct, ListProducts } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { toProduct, toProductCommand, toProducts, type Product, type Products } from '../api/product.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { versionIn } from '../http/version-tag.js';
import type { Caller } from '../sign-in/caller.js';
import { changeProduct, createProduct, deleteProduct, listProducts } from './products.operations.js';

/** What organisations offer; products of an import can only be looked at (R12). */
@Controller()
export class ProductsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listProducts)
  async list(@Input() { params: { gidsId }, url }: InputOf<typeof listProducts>, @Asking() asking: AskOptions): Promise<Products> {
    const products = await this.requests.ask(ListProducts, { ownerGidsId: gidsId }, asking);
    return toProducts(products, this.links.list(url), this.links);
  }

  @Handles(createProduct)
  async create(
    @Input() { params: { gidsId }, body }: InputOf<typeof createProduct>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Product> {
    const created = await this.requests.ask(CreateProduct, { ownerGidsId: gidsId, ...toProductCommand(body), by }, asking);
    response.setHeader('Location', this.links.product(created.gidsId).href);
    return toProduct(created, this.links);
  }

  @Handles(changeProduct)
  async change(
    @Input() { params: { gidsId }, headers, body }: InputOf<typeof changeProduct>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<Product> {
    const order = { gidsId, version: versionIn(headers), ...toProductCommand(body), by };
    return toProduct(await this.requests.ask(ChangeProduct, order, asking), this.links);
  }

  @Handles(deleteProduct)
  async delete(
    @Input() { params: { gidsId }, headers }: InputOf<typeof deleteProduct>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<void> {
    await this.requests.ask(DeleteProduct, { gidsId, version: versionIn(headers), by }, asking);
  }
}
