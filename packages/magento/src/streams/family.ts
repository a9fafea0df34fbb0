import { isLoose } from '@cartograph/connector-kit';
import type { Filter } from '../client/criteria.js';
import type { MagentoClient } from '../client.js';
import { readById } from './by-id.js';

/** Which products are variants of which: Magento tells it on the upper product alone. */
export interface Family {
  /** Learns from products that were read anyway. */
  learn(products: readonly unknown[]): void;
  /** Ids of the configurable products that the product of this id is a variant of. */
  parentsOf(id: string): readonly string[];
}

export const idOf = (product: unknown): string => String(isLoose(product) ? product.id : '');

export function childIds(product: unknown): string[] {
  const extension = isLoose(product) ? product.extension_attributes : undefined;
  const links = isLoose(extension) ? extension.configurable_product_links : undefined;
  return Array.isArray(links) ? links.map(String) : [];
}

export function createFamily(): Family {
  const parents = new Map<string, Set<string>>();
  return {
    learn(products) {
      for (const product of products) {
        for (const child of childIds(product)) {
          const known = parents.get(child) ?? new Set();
          parents.set(child, known.add(idOf(product)));
        }
      }
    },
    parentsOf: id => [...(parents.get(id) ?? [])],
  };
}

/**
 * Learns of all the configurable products that some filters leave, and of each only what tells its variants. What the shop
 * cannot serve of them is told where they are read.
 */
export async function learnFamily(
  client: MagentoClient,
  family: Family,
  filters: readonly Filter[] = [],
): Promise<void> {
  const pages = readById(client.products, {
    filters: [{ field: 'type_id', value: 'configurable' }, ...filters].map(filter => [filter]),
    fields: 'items[id,extension_attributes[configurable_product_links]],total_count',
  });
  for await (const { items } of pages) family.learn(items);
}
