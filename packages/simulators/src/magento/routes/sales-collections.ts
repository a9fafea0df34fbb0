import { moneyNumber } from '../../money.js';
import type { Body } from '../bodies/body.js';
import { creditMemoBody, invoiceBody, transactionBody } from '../bodies/documents.js';
import { orderBody } from '../bodies/order.js';
import { lineSku, orderItemBodies } from '../bodies/order-item.js';
import { shipmentBody } from '../bodies/shipment.js';
import type { Collection } from '../protocol/collection.js';
import type { DocumentKey, DocumentKind, SaleSummary } from '../sales/ledger.js';
import { incrementId, type Sale } from '../sales/sale.js';
import type { Shop } from '../shop/shop.js';

const documentColumns = {
  entity_id: (key: DocumentKey) => key.id,
  order_id: (key: DocumentKey) => key.saleId,
  increment_id: (key: DocumentKey) => incrementId(key.storeId, key.id),
  store_id: (key: DocumentKey) => key.storeId,
  created_at: (key: DocumentKey) => key.createdAt,
  updated_at: (key: DocumentKey) => key.updatedAt,
};

const moneyColumns = [
  'grand_total',
  'subtotal',
  'tax_amount',
  'shipping_amount',
  'discount_amount',
  'base_grand_total',
  'order_currency_code',
  'base_currency_code',
];

/** A row of the flat item list, found again through its order. */
export interface ItemRow {
  readonly id: number;
  readonly saleId: number;
  readonly position: number;
  readonly parentId: number | undefined;
  readonly productId: number | undefined;
  readonly sku: string;
  readonly type: string;
}

export interface SalesCollections {
  readonly orders: Collection<SaleSummary>;
  readonly orderItems: Collection<ItemRow>;
  readonly invoices: Collection<DocumentKey>;
  readonly creditMemos: Collection<DocumentKey>;
  readonly shipments: Collection<DocumentKey>;
  readonly transactions: Collection<DocumentKey>;
}

export function createSalesCollections({ ledger }: Shop, floatNoise: boolean): SalesCollections {
  const withSale = (id: number, make: (sale: Sale) => Body | undefined): Body => {
    const sale = ledger.sale(id);
    return (sale && make(sale)) ?? {};
  };
  const isNoisy = (saleId: number) => floatNoise && saleId % 7 === 0;

  const documents = (
    kind: DocumentKind,
    name: string,
    own: Pick<Collection<DocumentKey>, 'bodyColumns' | 'body'>,
  ): Collection<DocumentKey> => ({
    name,
    rows: () => ledger.documents(kind),
    id: key => String(key.id),
    primaryKey: 'entity_id',
    columns: documentColumns,
    hasNoise: key => isNoisy(key.saleId),
    ...own,
  });

  const items: ItemRow[] = [];
  let itemsOf = 0;
  /** Rows of the sales placed since the last look; a placed order's rows stay. */
  const itemRows = (): readonly ItemRow[] => {
    const count = ledger.summaries().length;
    while (itemsOf < count) {
      itemsOf += 1;
      const sale = ledger.sale(itemsOf);
      if (sale) items.push(...itemRowsOf(sale));
    }
    return items;
  };

  /** Rows are asked for one after the other, and made order by order. */
  let latest: { readonly sale: Sale; readonly version: number; readonly bodies: readonly Body[] } | null = null;
  const bodiesOf = (sale: Sale): readonly Body[] => {
    if (latest?.sale !== sale || latest.version !== ledger.version())
      latest = { sale, version: ledger.version(), bodies: orderItemBodies(sale) };
    return latest.bodies;
  };

  return {
    orders: {
      name: 'orders',
      rows: () => ledger.summaries(),
      id: sale => String(sale.id),
      primaryKey: 'entity_id',
      columns: {
        entity_id: sale => sale.id,
        increment_id: sale => incrementId(sale.storeId, sale.id),
        created_at: sale => sale.createdAt,
        updated_at: sale => sale.updatedAt,
        store_id: sale => sale.storeId,
        state: sale => sale.state,
        status: sale => sale.status,
        customer_id: sale => sale.customerId,
        customer_email: sale => sale.email,
        grand_total: sale => moneyNumber(sale.grand),
        order_currency_code: sale => sale.currency,
        ext_order_id: sale => sale.externalId,
      },
      bodyColumns: [
        ...moneyColumns,
        'quote_id',
        'customer_is_guest',
        'customer_group_id',
        'coupon_code',
        'is_virtual',
        'total_paid',
        'total_refunded',
        'total_qty_ordered',
        'customer_firstname',
        'customer_lastname',
      ],
      body: summary => withSale(summary.id, orderBody),
      hasNoise: summary => isNoisy(summary.id),
    },
    orderItems: {
      name: 'orderItems',
      rows: itemRows,
      id: row => String(row.id),
      primaryKey: 'item_id',
      columns: {
        item_id: row => row.id,
        order_id: row => row.saleId,
        parent_item_id: row => row.parentId,
        product_id: row => row.productId,
        sku: row => row.sku,
        product_type: row => row.type,
        created_at: row => ledger.summaries()[row.saleId - 1]?.createdAt,
        updated_at: row => ledger.summaries()[row.saleId - 1]?.updatedAt,
        store_id: row => ledger.summaries()[row.saleId - 1]?.storeId,
      },
      bodyColumns: ['name', 'qty_ordered', 'qty_refunded', 'qty_invoiced', 'qty_canceled', 'price', 'row_total'],
      body: row => withSale(row.saleId, sale => bodiesOf(sale)[row.position]),
      hasNoise: row => isNoisy(row.saleId),
    },
    invoices: documents('invoices', 'invoices', {
      bodyColumns: [...moneyColumns, 'state', 'transaction_id'],
      body: key => withSale(key.saleId, sale => pick(sale, sale.invoices[key.position], invoiceBody)),
    }),
    creditMemos: documents('creditMemos', 'creditmemos', {
      bodyColumns: [...moneyColumns, 'state', 'transaction_id', 'invoice_id'],
      body: key => withSale(key.saleId, sale => pick(sale, sale.creditMemos[key.position], creditMemoBody)),
    }),
    shipments: documents('shipments', 'shipments', {
      bodyColumns: ['total_qty'],
      body: key => withSale(key.saleId, sale => pick(sale, sale.shipments[key.position], shipmentBody)),
    }),
    transactions: {
      ...documents('transactions', 'transactions', {
        bodyColumns: ['txn_id', 'txn_type', 'is_closed', 'parent_txn_id', 'parent_id'],
        body: key => withSale(key.saleId, sale => pick(sale, sale.transactions[key.position], transactionBody)),
      }),
      primaryKey: 'transaction_id',
      columns: {
        transaction_id: key => key.id,
        order_id: key => key.saleId,
        payment_id: key => key.saleId,
        created_at: key => key.createdAt,
      },
    },
  };
}

const pick = <Document>(
  sale: Sale,
  document: Document | undefined,
  make: (sale: Sale, document: Document) => Body,
): Body | undefined => document && make(sale, document);

/** In the order in which the order's own list has them. */
function itemRowsOf(sale: Sale): ItemRow[] {
  const rows = sale.lines.flatMap(line => [
    {
      id: line.id,
      parentId: undefined,
      productId: line.knowsProduct ? line.product.id : undefined,
      sku: lineSku(line),
      type: line.rowType,
    },
    ...line.children.map(({ id, product }) => ({
      id,
      parentId: line.id,
      productId: product.id,
      sku: product.sku,
      type: product.type,
    })),
  ]);
  return rows.map((row, position) => ({ ...row, saleId: sale.id, position }));
}
