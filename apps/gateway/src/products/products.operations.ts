import { z } from 'zod';
import { productExample } from '../api/directory-examples.js';
import { exampleLinks } from '../api/examples.js';
import { productSaveSchema, productSchema, productsSchema, toProduct, toProducts } from '../api/product.js';
import { idInPath } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { seenVersion } from '../http/version-tag.js';
import { repeatable } from '../idempotency/idempotency-key.js';

const tag = 'G!DS-organisaties';
const ofOwner = z.strictObject({ gidsId: idInPath('G!DS-ID van de aanbieder.') });
const params = z.strictObject({ gidsId: idInPath('G!DS-ID van het product.') });
const saved = { schema: productSchema, example: toProduct(productExample, exampleLinks), versioned: true } as const;

export const listProducts = defineOperation({
  id: 'lijstProducten',
  method: 'get',
  path: '/gids-organisaties/{gidsId}/producten',
  tag,
  summary: 'Toon de producten van een organisatie',
  input: { params: ofOwner },
  success: {
    status: 200,
    description: 'De eigen producten, en wat zij via een koppeling kan overnemen of overnam.',
    schema: productsSchema,
    example: toProducts({ own: [productExample], offered: [], takenOver: [] }, exampleLinks.productsOf(productExample.ownerGidsId), exampleLinks),
  },
  problems: [404],
});

export const createProduct = defineOperation({
  id: 'maakProduct',
  method: 'post',
  path: '/gids-organisaties/{gidsId}/producten',
  tag,
  summary: 'Voer een product in',
  input: { params: ofOwner, headers: repeatable, body: productSaveSchema },
  success: { status: 201, description: 'Het product.', ...saved, headers: { Location: 'Adres van het product, om het te wijzigen of te verwijderen.' } },
  problems: [403, 404, 409],
});

export const changeProduct = defineOperation({
  id: 'wijzigProduct',
  method: 'put',
  path: '/producten/{gidsId}',
  tag,
  summary: 'Wijzig, toon of verberg een product',
  description: 'Vervangt alle gegevens. Een geïmporteerd product kan niemand wijzigen.',
  input: { params, headers: seenVersion, body: productSaveSchema },
  success: { status: 200, description: 'Het product zoals het geworden is.', ...saved },
  problems: [403, 404, 409],
});

export const deleteProduct = defineOperation({
  id: 'verwijderProduct',
  method: 'delete',
  path: '/producten/{gidsId}',
  tag,
  summary: 'Verwijder een product',
  input: { params, headers: seenVersion },
  success: { status: 204, description: 'Het product is verwijderd.' },
  problems: [403, 404, 409],
});
