import type { Body } from '../bodies/body.js';
import { tierPricesOf } from '../bodies/product.js';
import { noProduct, Refused, refusal } from '../protocol/errors.js';
import { withEdits } from '../shop/product-edits.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { Problem } from './prices.js';

const right = 'Magento_Catalog::products';

const tierPrice = {
  price: 'number',
  price_type: 'text',
  website_id: 'int',
  sku: 'text',
  customer_group: 'text',
  quantity: 'number',
  extension_attributes: {},
} as const;

interface ToldTier {
  readonly price?: number | null;
  readonly price_type?: string | null;
  readonly website_id?: number | null;
  readonly sku?: string | null;
  readonly customer_group?: string | null;
  readonly quantity?: number | null;
}

const allGroups = 32_000;

/** Prices for those who take more, by customer group and website. */
export function tierPriceEndpoints(shop: Shop, desk: Desk, writing: ProductWriting): Endpoint[] {
  const groupId = (name: string | null | undefined): number | undefined =>
    name?.toLowerCase() === 'all groups'
      ? allGroups
      : (shop.tables.customerGroups.rows().find(group => String(group.code).toLowerCase() === name?.toLowerCase())
          ?.id as number | undefined);
  const groupName = (id: unknown): unknown =>
    id === allGroups ? 'ALL GROUPS' : shop.tables.customerGroups.get(id)?.code;
  const toTier = (row: ToldTier): Body | string => {
    const group = groupId(row.customer_group);
    if (group === undefined) return 'No such entity with customer_group = %customerGroup.';
    if (!row.quantity || row.quantity <= 0) return 'Invalid attribute Quantity.';
    if (row.price_type !== 'fixed' && row.price_type !== 'discount') return 'Invalid attribute Price Type.';
    if (typeof row.price !== 'number' || row.price < 0) return 'Invalid attribute Price.';
    const isShare = row.price_type === 'discount';
    return {
      customer_group_id: group,
      qty: row.quantity,
      value: isShare ? 0 : row.price,
      extension_attributes: { ...(isShare ? { percentage_value: row.price } : {}), website_id: row.website_id ?? 0 },
    };
  };
  const isSame = (one: Body, other: Body): boolean =>
    one.customer_group_id === other.customer_group_id &&
    one.qty === other.qty &&
    (one.extension_attributes as Body).website_id === (other.extension_attributes as Body).website_id;

  const problemOf = (message: string, row: ToldTier): Problem => ({
    message: `${message} Row ID: SKU = %SKU, Website ID: %websiteId, Customer Group: %customerGroup, Quantity: %qty.`,
    parameters: [row.sku, row.website_id, row.customer_group, row.quantity].map(part => String(part ?? '')),
  });
  const take = (
    rows: readonly ToldTier[],
    at: number,
    change: (known: readonly Body[], tier: Body) => readonly Body[] | string,
  ) =>
    rows.flatMap(row => {
      const product = writing.bySku(row.sku ?? '');
      if (!product)
        return [problemOf("The product that was requested doesn't exist. Verify the product and try again.", row)];
      const tier = toTier(row);
      if (typeof tier === 'string') return [problemOf(tier, row)];
      const tierPrices = change(tierPricesOf(product), tier);
      if (typeof tierPrices === 'string') return [problemOf(tierPrices, row)];
      writing.keep(withEdits(product, { tierPrices }), at);
      return [];
    });
  const add = (known: readonly Body[], tier: Body) => [...known.filter(other => !isSame(other, tier)), tier];
  const remove = (known: readonly Body[], tier: Body) => {
    const kept = known.filter(other => !isSame(other, tier));
    return kept.length < known.length ? kept : 'Tier price does not exist.';
  };

  return [
    [
      'POST /V1/products/tier-prices',
      right,
      desk.write({ prices: [tierPrice] }, ({ input, at }) => take(input.prices, at, add)),
    ],
    [
      'PUT /V1/products/tier-prices',
      right,
      desk.write({ prices: [tierPrice] }, ({ input, at }) => {
        for (const sku of new Set(input.prices.map(row => row.sku))) {
          const product = writing.bySku(sku ?? '');
          if (product) writing.keep(withEdits(product, { tierPrices: [] }), at);
        }
        return take(input.prices, at, add);
      }),
    ],
    [
      'POST /V1/products/tier-prices-delete',
      right,
      desk.write({ prices: [tierPrice] }, ({ input, at }) => take(input.prices, at, remove)),
    ],
    [
      'POST /V1/products/tier-prices-information',
      right,
      desk.write({ skus: ['text'] }, ({ input }) =>
        input.skus.flatMap(sku => {
          const product = writing.bySku(sku);
          return (product ? tierPricesOf(product) : []).map(tier => {
            const { percentage_value: share, website_id: websiteId } = tier.extension_attributes as Body;
            return {
              price: share ?? tier.value,
              price_type: share === undefined ? 'fixed' : 'discount',
              website_id: websiteId ?? 0,
              sku: product?.sku,
              customer_group: groupName(tier.customer_group_id),
              quantity: tier.qty,
            };
          });
        }),
      ),
    ],
    [
      'GET /V1/products/:sku/group-prices/:customerGroupId/tiers',
      right,
      ({ params }) => {
        const product = writing.bySku(params.sku);
        if (!product) return noProduct();
        return tierPricesOf(product).filter(tier => tier.customer_group_id === groupOf(params.customerGroupId));
      },
    ],
    [
      'POST /V1/products/:sku/group-prices/:customerGroupId/tiers/:qty/price/:price',
      right,
      desk.write({}, ({ params, at }) => {
        const product = writing.bySku(params.sku);
        if (!product) throw new Refused(noProduct());
        const [qty, value] = [Number(params.qty), Number(params.price)];
        if (!(qty > 0 && value > 0))
          throw new Refused(refusal(400, 'The data was invalid. Verify the data and try again.'));
        const extension = { website_id: 0 };
        const tier = {
          customer_group_id: groupOf(params.customerGroupId),
          qty,
          value,
          extension_attributes: extension,
        };
        writing.keep(withEdits(product, { tierPrices: add(tierPricesOf(product), tier) }), at);
        return true;
      }),
    ],
    [
      'DELETE /V1/products/:sku/group-prices/:customerGroupId/tiers/:qty',
      right,
      desk.write({}, ({ params, at }) => {
        const product = writing.bySku(params.sku);
        if (!product) throw new Refused(noProduct());
        const known = tierPricesOf(product);
        const tierPrices = known.filter(
          tier => tier.customer_group_id !== groupOf(params.customerGroupId) || tier.qty !== Number(params.qty),
        );
        if (tierPrices.length === known.length)
          throw new Refused(
            refusal(404, "Product hasn't group price with such data: customerGroupId = '%1', website = %2, qty = %3", [
              params.customerGroupId,
              0,
              params.qty,
            ]),
          );
        writing.keep(withEdits(product, { tierPrices }), at);
        return true;
      }),
    ],
  ];
}

/** The group that a path names: a number, or all of them. */
const groupOf = (text: string | undefined): number => (text === 'all' ? allGroups : Number(text));
