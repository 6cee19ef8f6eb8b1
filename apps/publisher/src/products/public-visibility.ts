/**
 * Whether the public sees a product: its own flag and the visibility of who shows it (R70). That is its owner, or
 * the managed organisation that took it over (R59).
 */
export function isPublic(product: { readonly visible: boolean }, shownBy: { readonly visible: boolean }): boolean {
  return product.visible && shownBy.visible;
}

/** The same for readers in SQL. @param shownBy alias of the organisation, beside `product` */
export function publicProducts(shownBy: string, product = 'product'): string {
  return `${product}.visible AND ${shownBy}.visible`;
}
