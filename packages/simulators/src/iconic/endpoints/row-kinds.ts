import type { VariantRecord } from '../catalog/product-set.js';
import type { Row } from '../rows.js';
import type { World } from '../world.js';

/** The request that does what a row asks for. */
export interface Asked {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** Tells from a successful answer that the row was refused nevertheless. */
  readonly refused?: (answer: unknown) => string | null;
}

/** Or why there is no such request. */
type ReadRow = (world: World, row: Row) => Asked | string;

const forProduct =
  (ask: (variant: VariantRecord, row: Row) => Asked): ReadRow =>
  (world, row) => {
    const variant = world.shop.catalog.variants.find(({ sellerSku }) => sellerSku === row.SellerSku);
    return variant ? ask(variant, row) : `The SKU "${row.SellerSku ?? ''}" is unknown`;
  };

/** Cells that are empty say nothing. */
const said = (cells: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined && value !== ''));

const numberIn = (cell: string | undefined) => (cell === undefined || cell === '' ? undefined : Number(cell));

const transition =
  (name: string): ReadRow =>
  (_, row) => ({
    method: 'POST',
    path: `/v2/orders/statuses/set-to-${name}`,
    body: said({ orderItemIds: [numberIn(row.OrderItemId)], reason: row.Reason }),
  });

/** `{"41": 4103}` in a cell. */
function attributesIn(cell: string | undefined): unknown {
  try {
    return JSON.parse(cell ?? '');
  } catch {
    return cell;
  }
}

/** The columns are those of the templates, and those of the XML where there is one. */
export const rowKinds = {
  'stock-update': forProduct(({ id }, row) => ({
    method: 'PUT',
    path: '/v2/stock/product',
    body: [{ productId: id, quantity: numberIn(row.Quantity) }],
    refused: answer => (Array.isArray(answer) && answer.length > 0 ? 'The stock of this product cannot be set' : null),
  })),
  'product-update': forProduct(({ id, setId }, row) => ({
    method: 'PUT',
    path: `/v2/product-set/${setId}/products/${id}`,
    body: said({ name: row.Name, status: row.Status, variation: row.Variation, productIdentifier: row.ProductId }),
  })),
  'product-removal': forProduct(({ id, setId }) => ({
    method: 'PUT',
    path: `/v2/product-set/${setId}/products/${id}/status?status=deleted`,
  })),
  'image-update': forProduct(({ setId }, row) => ({
    method: 'POST',
    path: `/v2/product-set/${setId}/images`,
    body: said({ displayUrl: row.Image, position: numberIn(row.Position), overwrite: true }),
  })),
  'product-creation': (_, row) => ({
    method: 'POST',
    path: '/v2/product-set',
    body: said({
      name: row.Name,
      sellerSku: row.SellerSku,
      price: numberIn(row.Price),
      brandId: numberIn(row.BrandId),
      primaryCategoryId: numberIn(row.PrimaryCategoryId),
      variation: row.Variation,
      attributes: attributesIn(row.Attributes),
    }),
  }),
  'ready-to-ship': (_, row) => ({
    method: 'POST',
    path: '/v2/orders/statuses/set-to-ready-to-ship',
    body: said({
      orderItems: [{ id: numberIn(row.OrderItemId) }],
      trackingNumber: row.TrackingNumber,
      shippingProvider: row.ShippingProvider,
    }),
  }),
  'to-shipped': transition('shipped'),
  'to-delivered': transition('delivered'),
  'to-returned': transition('returned'),
  'to-received': transition('return-received'),
  'to-return-approved': transition('return-approved'),
  'to-return-rejected': transition('return-rejected'),
  'invoice-access-key': (_, row) => ({
    method: 'POST',
    path: '/v2/orders/set-invoice-access-key',
    body: { orderItems: [said({ orderItemId: numberIn(row.OrderItemId), accessKey: row.AccessKey })] },
  }),
  'create-forward-manifest': (_, row) => ({
    method: 'POST',
    path: '/v2/manifest',
    body: { orderItemIds: [numberIn(row.OrderItemId)] },
  }),
  'update-manifest-status': (world, row) => {
    const manifest = world.manifests.find(({ code }) => code === row.ManifestCode);
    return manifest
      ? { method: 'POST', path: '/v2/manifest/shipped', body: { manifestIds: [manifest.id] } }
      : `The manifest "${row.ManifestCode ?? ''}" is unknown`;
  },
} satisfies Readonly<Record<string, ReadRow>>;

export type RowKind = keyof typeof rowKinds;
