import type { Body } from '../bodies/body.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';

const right = 'Magento_InventorySourceSelectionApi::inventorySourceSelection';

const algorithms = [
  {
    code: 'priority',
    title: 'Source Priority',
    description: 'Algorithm which provides Source Selections based on predefined priority of Sources',
  },
  {
    code: 'distance',
    title: 'Distance Priority',
    description: 'Algorithm which provides Source Selections based on shipping distance',
  },
];

const inventoryRequest = {
  stock_id: 'int',
  items: [{ sku: 'text', qty: 'number', extension_attributes: {} }],
  extension_attributes: { destination_address: 'any' },
} as const;

/** Which sources to ship from. This shop's sources have no coordinates, so by distance they come as by priority. */
export function sourceSelectionEndpoints(shop: Shop, desk: Desk): Endpoint[] {
  const { stocks, sources, sourceLinks } = shop.tables;
  const codesOf = (stockId: unknown): string[] =>
    sourceLinks
      .rows()
      .filter(link => link.stock_id === stockId && sources.get(link.source_code)?.enabled)
      .sort((one, other) => Number(one.priority) - Number(other.priority))
      .map(link => String(link.source_code));

  return [
    ['GET /V1/inventory/source-selection-algorithm-list', right, () => algorithms],
    [
      'POST /V1/inventory/source-selection-algorithm-result',
      right,
      desk.write({ inventoryRequest, algorithmCode: 'text' }, ({ input }) => {
        const { stock_id: stockId, items } = input.inventoryRequest;
        if (!algorithms.some(({ code }) => code === input.algorithmCode))
          throw new Refused(
            refusal(500, 'There is no such Source Selection Algorithm implemented: %1', [input.algorithmCode]),
          );
        if (!stocks.get(stockId)) throw new Refused(noSuchEntity('stock_id', stockId));
        let isShippable = true;
        const selected = (items ?? []).flatMap(({ sku, qty }): Body[] => {
          let left = qty ?? 0;
          const rows = codesOf(stockId).flatMap(code => {
            const there = shop.sourceItems.find(item => item.sku === sku && item.sourceCode === code)?.quantity ?? 0;
            if (there <= 0) return [];
            const taken = Math.min(left, there);
            left -= taken;
            return [{ source_code: code, sku, qty_to_deduct: taken, qty_available: there }];
          });
          if (left > 0) isShippable = false;
          return rows;
        });
        return { source_selection_items: selected, shippable: isShippable };
      }),
    ],
  ];
}
