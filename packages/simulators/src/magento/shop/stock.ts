import { createRandom } from '../../random.js';
import type { Catalog } from './catalog.js';
import { hasStock, type Product } from './product.js';

export interface Source {
  readonly code: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly city: string | null;
  readonly countryId: string;
  readonly postcode: string;
}

export interface Stock {
  readonly id: number;
  readonly name: string;
  readonly websiteCodes: readonly string[];
  readonly sourceCodes: readonly string[];
}

/** Physical units of one sku at one source. */
export interface SourceItem {
  readonly id: number;
  readonly sku: string;
  readonly sourceCode: string;
  quantity: number;
  /** Whether it is for sale, as somebody said; else what there is of it decides. */
  isInStock?: boolean;
}

/** Always there, whatever the merchant adds. */
export const defaultSource = 'default';

export const sources: readonly Source[] = [
  { code: defaultSource, name: 'Default Source', isEnabled: true, city: null, countryId: 'AU', postcode: '00000' },
  { code: 'sydney', name: 'Sydney Warehouse', isEnabled: true, city: 'Sydney', countryId: 'AU', postcode: '2000' },
  { code: 'melbourne', name: 'Melbourne Shop', isEnabled: true, city: 'Melbourne', countryId: 'AU', postcode: '3000' },
  { code: 'chicago', name: 'Chicago Warehouse', isEnabled: true, city: 'Chicago', countryId: 'US', postcode: '60601' },
  { code: 'popup', name: 'Pop-up 2024', isEnabled: false, city: 'Hobart', countryId: 'AU', postcode: '7000' },
];

export const stocks: readonly Stock[] = [
  { id: 1, name: 'Default Stock', websiteCodes: [], sourceCodes: [defaultSource] },
  { id: 2, name: 'Australia', websiteCodes: ['base'], sourceCodes: ['sydney', 'melbourne', defaultSource] },
  { id: 3, name: 'World', websiteCodes: ['world'], sourceCodes: ['chicago'] },
];

/** Stock of everything that has any, in the order of the items' ids. */
export function createSourceItems(seed: number, catalog: Catalog): SourceItem[] {
  const random = createRandom(seed, 13);
  const items: SourceItem[] = [];
  for (const product of catalog.products) {
    if (!hasStock(product.type) || product.isDeleted) continue;
    for (const source of sources) {
      const isHere = source.code === defaultSource || random.chance(source.isEnabled ? 0.6 : 0.1);
      if (!isHere) continue;
      const quantity = random.chance(0.12) ? 0 : random.int(1, 240) + (product.isDecimal ? 0.5 : 0);
      items.push({ id: items.length + 1, sku: product.sku, sourceCode: source.code, quantity });
    }
  }
  return items;
}

/** Takes units from a source or adds some. A sku that the source does not have stays unknown to it; no shelf goes below nothing. */
export function moveStock(items: readonly SourceItem[], sku: string, sourceCode: string, by: number): void {
  const item = items.find(known => known.sku === sku && known.sourceCode === sourceCode);
  if (item) item.quantity = Math.max(0, item.quantity + by);
}

/** Sets what a source has of a sku, which it may not have had before. */
export function setStock(
  items: SourceItem[],
  sku: string,
  sourceCode: string,
  quantity: number,
  isInStock?: boolean,
): void {
  let item = items.find(known => known.sku === sku && known.sourceCode === sourceCode);
  if (!item) {
    item = { id: (items.at(-1)?.id ?? 0) + 1, sku, sourceCode, quantity };
    items.push(item);
  }
  item.quantity = quantity;
  if (isInStock !== undefined) item.isInStock = isInStock;
}

/** What the legacy stock item shows: the default source alone. Composites have no quantity. */
export function legacyQuantity(items: readonly SourceItem[], product: Product): number | null {
  if (!hasStock(product.type)) return null;
  return items.find(item => item.sku === product.sku && item.sourceCode === defaultSource)?.quantity ?? 0;
}
