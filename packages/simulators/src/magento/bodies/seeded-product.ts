import { moneyNumber } from '../../money.js';
import { stamp } from '../clock.js';
import { colorAttribute, type SelectAttribute, sizeAttribute } from '../shop/attributes.js';
import type { Product } from '../shop/product.js';
import type { Scope } from '../shop/stores.js';
import { amountText, type Body } from './body.js';

interface Attribute {
  readonly attribute_code: string;
  readonly value: string | readonly string[];
}

/** The website whose prices and names a scope shows; the admin scope shows the first one's. */
const websiteOf = (scope: Scope): number => scope?.websiteId ?? 1;

/** A product as the seed made it, without its stock. */
export function seededProductBody(product: Product, scope: Scope): Body {
  const price = product.prices[websiteOf(scope)];
  return {
    id: product.id,
    sku: product.sku,
    name: scope?.code === 'eu' && product.id % 10 === 0 ? `${product.name} (EU)` : product.name,
    attribute_set_id: product.type === 'configurable' ? 9 : 4,
    // Grouped products and bundles that cost what their parts cost have none; a configurable says 0.
    price: price === undefined ? (product.type === 'grouped' ? undefined : 0) : moneyNumber(price),
    status: product.isEnabled ? 1 : 2,
    visibility: product.visibility,
    type_id: product.type,
    created_at: stamp(product.createdAt),
    updated_at: stamp(product.updatedAt),
    weight: product.weight ?? undefined,
    extension_attributes: {
      website_ids: product.websiteIds,
      category_links: product.categoryIds.map((id, position) => ({ position, category_id: String(id) })),
      configurable_product_options: product.type === 'configurable' ? configurableOptions(product) : undefined,
      configurable_product_links:
        product.type === 'configurable' ? product.members.map(member => member.id) : undefined,
      bundle_product_options: product.type === 'bundle' ? bundleOptionBodies(product) : undefined,
      giftcard_amounts: product.type === 'giftcard' ? giftCardAmounts(product) : undefined,
    },
    product_links: product.type === 'grouped' ? memberLinks(product) : [],
    options: [],
    media_gallery_entries: mediaBodies(product),
    tier_prices:
      product.id % 15 === 0 && price
        ? [
            {
              customer_group_id: 32_000,
              qty: 10,
              value: moneyNumber(Math.floor(price * 0.9)),
              extension_attributes: { website_id: 0 },
            },
          ]
        : [],
    custom_attributes: attributesOf(product, websiteOf(scope)),
  };
}

export function configurableOptions(product: Product): Body[] {
  const option = (attribute: SelectAttribute, position: number, ids: readonly (number | null)[]) => ({
    id: product.id * 2 + position,
    attribute_id: String(attribute.id),
    label: attribute.label,
    position,
    values: [...new Set(ids)].map(id => ({ value_index: id })),
    product_id: product.id,
  });
  return [
    option(
      colorAttribute,
      0,
      product.members.map(member => member.colorId),
    ),
    option(
      sizeAttribute,
      1,
      product.members.map(member => member.sizeId),
    ),
  ];
}

export const bundleOptionBodies = (product: Product): Body[] =>
  product.bundleOptions.map((option, index) => ({
    option_id: option.id,
    title: option.title,
    required: true,
    type: 'select',
    position: index + 1,
    sku: product.sku,
    product_links: [
      {
        id: String(option.selectionId),
        sku: option.product.sku,
        option_id: option.id,
        qty: option.quantity,
        position: 1,
        is_default: true,
        price: null,
        price_type: null,
        can_change_quantity: 0,
      },
    ],
  }));

export const memberLinks = (product: Product): Body[] =>
  product.members.map((member, index) => ({
    sku: product.sku,
    link_type: 'associated',
    linked_product_sku: member.sku,
    linked_product_type: member.type,
    position: index + 1,
    extension_attributes: { qty: 1 },
  }));

const giftCardAmounts = (product: Product): Body[] =>
  [1, 2].map(websiteId => {
    const value = moneyNumber(product.prices[websiteId] ?? 0);
    return { attribute_id: 132, website_id: websiteId, value, website_value: value };
  });

export const mediaBodies = (product: Product): Body[] =>
  Array.from({ length: product.images }, (_, index) => ({
    id: product.id * 10 + index,
    media_type: 'image',
    label: index === 0 ? null : `View ${index + 1}`,
    position: index + 1,
    disabled: index === 2,
    types: index === 0 ? ['image', 'small_image', 'thumbnail'] : [],
    file: `/p/${product.id % 10}/p${product.id}-${index}.jpg`,
  }));

export const seededUrlKey = (product: Product): string =>
  `${product.name
    .normalize('NFD')
    .replace(/[^\w ]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase()}-${product.id}`;

function attributesOf(product: Product, websiteId: number): Attribute[] {
  const values: Readonly<Record<string, string | readonly string[] | null>> = {
    description: `<p>${product.name}.</p>`,
    url_key: seededUrlKey(product),
    meta_title: product.name,
    special_price: product.special ? specialPrice(product, websiteId) : null,
    special_from_date: product.special ? product.special.from : null,
    special_to_date: product.special?.to ?? null,
    news_from_date: product.id % 31 === 0 ? '0000-00-00 00:00:00' : null,
    manufacturer: String(product.brandId),
    ean: product.ean,
    color: product.colorId === null ? null : String(product.colorId),
    size: product.sizeId === null ? null : String(product.sizeId),
    tax_class_id: product.type === 'grouped' ? null : String(product.taxClassId),
    category_ids: product.categoryIds.map(String),
    has_options: product.type === 'configurable' || product.type === 'bundle' ? '1' : '0',
    required_options: '0',
    price_type: product.type === 'bundle' ? (product.isFixedPrice ? '1' : '0') : null,
    sku_type: product.type === 'bundle' ? '0' : null,
    weight_type: product.type === 'bundle' ? '0' : null,
    shipment_type: product.type === 'bundle' ? (product.isShippedInParts ? '1' : '0') : null,
    price_view: product.type === 'bundle' ? '0' : null,
    giftcard_type: product.type === 'giftcard' ? '0' : null,
  };
  return Object.entries(values).flatMap(([attribute_code, value]) =>
    value === null ? [] : [{ attribute_code, value }],
  );
}

/** Six decimals as the database has them, except where an import left a float's digits. */
function specialPrice(product: Product, websiteId: number): string {
  const price = product.special?.prices[websiteId] ?? 0;
  return product.id % 5 === 0
    ? moneyNumber(price)
        .toPrecision(17)
        .replace(/\.?0+$/, '')
    : `${amountText(price)}00`;
}
