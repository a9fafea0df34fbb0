import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { eitherFlag, flag, ids, sortDir, texts } from './scalars.js';

export const brandFilters = input({
  name: z.string().min(1).optional(),
  brandIds: ids.optional(),
  brandUuids: texts.optional(),
  /** Also those not open to the seller. */
  includeInaccessible: flag.optional(),
  restrictedOnly: flag.optional(),
  sort: z.enum(['createdAt', 'updatedAt', 'name']).optional(),
  sortDir,
});

export const categoryFilters = input({
  /** Part of a name. */
  query: z.string().min(1).optional(),
  /** Also those not open to the seller. */
  includeInaccessible: flag.optional(),
});

export const chosenCategories = input({ ids: ids.optional(), uuids: texts.optional(), includeInaccessible: flag });

/** Without ids of attributes or sets the global ones are listed. */
export const attributeFilters = input({
  attributeIds: ids.optional(),
  attributeSetIds: ids.optional(),
  /** True unless told. */
  onlyVisible: eitherFlag.optional(),
});
export const attributeSetFilters = input({ attributeSetIds: ids.optional() });

const coordinate = z.string().optional();
const warehouse = {
  /** No two of a seller's may have one. */
  name: z.string().min(1),
  address: z.string().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  country: z.string().optional(),
  status: z.enum(['active', 'disabled']).optional(),
  longitude: coordinate,
  latitude: coordinate,
  note: z.string().optional(),
  default: z.boolean().optional(),
  isInShoppingMall: z.boolean().optional(),
};
export const newWarehouse = input(warehouse, { readOnly: ['id', 'sellerId', 'isSynced'] });

export const providerFilters = input({ status: eitherFlag.optional() });

export type BrandFilters = z.input<typeof brandFilters>;
export type CategoryFilters = z.input<typeof categoryFilters>;
export type AttributeFilters = z.input<typeof attributeFilters>;
export type AttributeSetFilters = z.input<typeof attributeSetFilters>;
export type WarehouseInput = z.input<typeof newWarehouse>;
export type ProviderFilters = z.input<typeof providerFilters>;
