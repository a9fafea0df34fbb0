import { json, type Route } from '../../http.js';
import { readBody } from '../body.js';
import type { VariantRecord } from '../catalog/product-set.js';
import { found, problem } from '../problems.js';
import type { Shop } from '../shop/shop.js';
import { touch } from '../shop/touch.js';
import type { World } from '../world.js';

const rowsAtMost = 100;

/** The marketplace counts what lies in its own warehouse, and nobody sells what is deleted. */
const takesStock = (variant: VariantRecord): boolean => variant.consigned === null && variant.status !== 'deleted';

/** All of it lies in the default warehouse from then on. */
function setTotal({ warehouses }: Shop, variant: VariantRecord, quantity: number): void {
  for (const warehouse of variant.stock.keys()) variant.stock.set(warehouse, 0);
  variant.stock.set(found(warehouses.find(({ isDefault }) => isDefault)).id, quantity);
}

export function stockWriteRoutes(world: World): Route[] {
  const { catalog } = world.shop;
  const changed = (variant: VariantRecord, at: number) =>
    touch(world.shop, found(catalog.set(variant.setId)), [variant], at);
  return [
    [
      // Rows that are refused come back; the others are done.
      'PUT /v2/stock/product',
      async ({ request }) => {
        const body = await readBody(request);
        const rows = body.list.map(row => ({
          productId: row.required('productId', row.integer('productId'), 0),
          quantity: row.required('quantity', row.integer('quantity'), 0),
        }));
        body.check();
        if (rows.length > rowsAtMost) {
          return problem(422, 'Validation Failed', `This collection should contain ${rowsAtMost} elements or less.`);
        }
        const at = world.act();
        const refused = rows.filter(({ productId, quantity }) => {
          const variant = catalog.variant(productId);
          if (!variant || !takesStock(variant) || quantity < 0) return true;
          setTotal(world.shop, variant, quantity);
          changed(variant, at);
          return false;
        });
        return json(refused);
      },
    ],
    [
      'POST /v2/product/:id/warehouse/:warehouse/stock',
      async ({ request, params }) => {
        const variant = found(catalog.variant(Number(params.id)));
        const warehouse = found(world.shop.warehouses.find(({ id }) => String(id) === params.warehouse));
        const body = await readBody(request);
        const quantity = body.required('quantity', body.integer('quantity'), 0);
        if (quantity < 0) body.refuse('quantity', 'This value should be greater than or equal to 0.');
        body.check();
        if (!takesStock(variant)) return problem(422, 'Stock not updated', 'The stock of this product cannot be set.');
        if (!warehouse.active) return problem(422, 'Stock not updated', 'The warehouse is disabled.');
        variant.stock.set(warehouse.id, quantity);
        changed(variant, world.act());
        return json({ quantity });
      },
    ],
  ];
}
