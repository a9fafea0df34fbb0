import { type AmountWriter, asWritten, padded } from '../amounts.js';
import type { OrderRecord } from '../shop/order-book.js';
import type { TaxPart } from '../shop/taxes.js';

interface TaxSource {
  readonly type: 'item' | 'shipping' | 'handling' | 'gift-wrapping' | 'fee';
  readonly addressId: number;
  readonly lineId: number | null;
  readonly classId: number;
  readonly className: string;
  readonly parts: readonly TaxPart[];
}

function taxSources({ order }: OrderRecord): TaxSource[] {
  const shippingClass = { classId: 2, className: 'Shipping' };
  const items = order.lines.map(
    (line): TaxSource => ({
      type: 'item',
      addressId: order.addresses[line.address]?.id ?? 0,
      lineId: line.id,
      classId: 0,
      className: 'Default Tax Class',
      parts: line.parts,
    }),
  );
  const charges = order.addresses.flatMap(({ id, shipping, handling }, position): TaxSource[] => {
    const first = order.lines.find(line => line.address === position)?.id ?? null;
    const reached = { addressId: id, ...shippingClass };
    return [
      ...(shipping.taxed.entered > 0
        ? [{ ...reached, type: 'shipping', lineId: null, parts: shipping.parts } as const]
        : []),
      ...(handling.taxed.entered > 0
        ? [{ ...reached, type: 'handling', lineId: first, parts: handling.parts } as const]
        : []),
    ];
  });
  const wrappings = order.lines.flatMap((line): TaxSource[] =>
    line.wrapped
      ? [
          {
            type: 'gift-wrapping',
            addressId: order.addresses[line.address]?.id ?? 0,
            lineId: null,
            classId: 3,
            className: 'Gift Wrapping',
            parts: line.wrapped.parts,
          },
        ]
      : [],
  );
  const fees = order.fees.map(
    (fee): TaxSource => ({
      type: 'fee',
      addressId: 0,
      lineId: null,
      classId: 0,
      className: 'Default Tax Class',
      parts: fee.charge.parts,
    }),
  );
  return [...items, ...charges, ...wrappings, ...fees];
}

function taxRow(
  record: OrderRecord,
  source: TaxSource,
  part: TaxPart,
  id: number,
  money: AmountWriter,
  details: boolean,
) {
  const { order } = record;
  const automatic = order.taxProvider === 'AvaTaxProvider';
  const level = source.parts.filter(({ rate }) => rate.priority === part.rate.priority);
  return {
    id,
    // Stores with automatic tax leave these two out.
    ...(automatic ? {} : { order_id: order.id, order_address_id: source.addressId }),
    tax_rate_id: automatic ? 0 : part.rate.id,
    sales_tax_id: automatic ? `AVA-${part.rate.id}` : String(part.rate.id),
    tax_class_id: source.classId,
    name: part.rate.name,
    class: automatic ? 'Automatic Tax' : order.writtenByApi ? 'API Tax Override' : source.className,
    rate: part.rate.percent.toFixed(4),
    priority: part.rate.priority,
    priority_amount: money(level.reduce((sum, { amount }) => sum + amount, 0)),
    line_amount: money(part.amount),
    order_pickup_method_id: order.pickup ? 1 : 0,
    ...(details
      ? { order_product_id: source.lineId === null ? null : String(source.lineId), line_item_type: source.type }
      : {}),
  };
}

const idsAnOrder = 1024;

/** One row for each tax on each line and charge, after discounts. */
export function taxRows(record: OrderRecord, details: boolean): Record<string, unknown>[] {
  const money = record.order.writtenByApi ? asWritten : padded;
  let id = record.order.id * idsAnOrder;
  return taxSources(record).flatMap(source =>
    source.parts.map(part => taxRow(record, source, part, id++, money, details)),
  );
}
