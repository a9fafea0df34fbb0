import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import type { Shop } from '../shop/shop.js';
import { type SourceItem, setStock } from '../shop/stock.js';
import type { Desk, Endpoint } from './endpoint.js';

const assign = 'Magento_InventoryApi::stock_source_item_assign';
const notice = 'Magento_InventoryLowQuantityNotification::source_item_configuration';

const configurations = [
  { source_code: 'text', sku: 'text', notify_stock_qty: 'number', extension_attributes: {} },
] as const;

/** Which products a source has at all, what moves between sources, and when to say that little is left. */
export function sourceMoveEndpoints(shop: Shop, desk: Desk): Endpoint[] {
  const { sources } = shop.tables;
  /** By source and sku. */
  const notices = new Map<string, number>();
  const itemOf = (sku: string, code: string): SourceItem | undefined =>
    shop.sourceItems.find(item => item.sku === sku && item.sourceCode === code);
  const demandSources = (codes: readonly string[]): void => {
    for (const code of codes)
      if (!sources.get(code))
        throw new Refused(refusal(400, 'Source %sourceCode does not exist', { sourceCode: code }));
  };
  const drop = (item: SourceItem) => shop.sourceItems.splice(shop.sourceItems.indexOf(item), 1);
  const pairsOf = (skus: readonly string[], codes: readonly string[]) =>
    skus.flatMap(sku => codes.map(code => [sku, code] as const));

  return [
    [
      'POST /V1/inventory/bulk-product-source-assign',
      assign,
      desk.write({ skus: ['text'], sourceCodes: ['text'] }, ({ input }) => {
        demandSources(input.sourceCodes);
        const missing = pairsOf(input.skus, input.sourceCodes).filter(([sku, code]) => !itemOf(sku, code));
        for (const [sku, code] of missing) setStock(shop.sourceItems, sku, code, 0, false);
        return missing.length;
      }),
    ],
    [
      'POST /V1/inventory/bulk-product-source-unassign',
      assign,
      desk.write({ skus: ['text'], sourceCodes: ['text'] }, ({ input }) => {
        demandSources(input.sourceCodes);
        const known = pairsOf(input.skus, input.sourceCodes).flatMap(([sku, code]) => itemOf(sku, code) ?? []);
        for (const item of known) drop(item);
        return known.length;
      }),
    ],
    [
      'POST /V1/inventory/bulk-product-source-transfer',
      assign,
      desk.write(
        { skus: ['text'], originSource: 'text', destinationSource: 'text', unassignFromOrigin: 'flag' },
        ({ input: { skus, originSource, destinationSource, unassignFromOrigin } }) => {
          demandSources([originSource, destinationSource]);
          for (const sku of skus) {
            const origin = itemOf(sku, originSource);
            if (!origin) continue;
            const there = itemOf(sku, destinationSource)?.quantity ?? 0;
            setStock(shop.sourceItems, sku, destinationSource, there + origin.quantity);
            if (unassignFromOrigin) drop(origin);
            else origin.quantity = 0;
          }
          return true;
        },
      ),
    ],
    [
      'POST /V1/inventory/bulk-partial-source-transfer',
      assign,
      desk.write(
        { originSourceCode: 'text', destinationSourceCode: 'text', items: [{ sku: 'text', qty: 'number' }] },
        ({ input: { originSourceCode, destinationSourceCode, items } }) => {
          demandSources([originSourceCode, destinationSourceCode]);
          const moves = items.map(({ sku, qty }) => ({
            sku: sku ?? '',
            quantity: qty ?? 0,
            origin: itemOf(sku ?? '', originSourceCode),
          }));
          const short = moves.find(({ quantity, origin }) => quantity <= 0 || (origin?.quantity ?? 0) < quantity);
          if (short)
            throw new Refused(
              refusal(400, 'Requested transfer amount for sku %sku is not available', { sku: short.sku }),
            );
          for (const { sku, quantity, origin } of moves) {
            if (origin) origin.quantity -= quantity;
            setStock(
              shop.sourceItems,
              sku,
              destinationSourceCode,
              (itemOf(sku, destinationSourceCode)?.quantity ?? 0) + quantity,
            );
          }
          return [];
        },
      ),
    ],
    [
      'POST /V1/inventory/low-quantity-notification',
      notice,
      desk.write({ sourceItemConfigurations: configurations }, ({ input }) => {
        for (const { source_code, sku, notify_stock_qty } of input.sourceItemConfigurations)
          notices.set(`${source_code}/${sku}`, notify_stock_qty ?? 1);
        return [];
      }),
    ],
    [
      'GET /V1/inventory/low-quantity-notification/:sourceCode/:sku',
      notice,
      ({ params: { sourceCode = '', sku = '' } }) =>
        itemOf(sku, sourceCode)
          ? { source_code: sourceCode, notify_stock_qty: notices.get(`${sourceCode}/${sku}`) ?? 1, sku }
          : noSuchEntity('sku', sku),
    ],
    [
      'POST /V1/inventory/low-quantity-notifications-delete',
      notice,
      desk.write(
        {
          sourceItems: [
            { sku: 'text', source_code: 'text', quantity: 'number', status: 'int', extension_attributes: {} },
          ],
        },
        ({ input }) => {
          for (const { source_code, sku } of input.sourceItems) notices.delete(`${source_code}/${sku}`);
          return [];
        },
      ),
    ],
  ];
}
