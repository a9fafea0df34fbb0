import {
  type Connector,
  isCommerceError,
  type NativeRecord,
  type NormalizedRecord,
  type SetAside,
  type ShopContext,
} from '@cartograph/core';

export interface NormalizedPage {
  readonly natives: readonly NormalizedRecord[];
  readonly setAside: readonly SetAside[];
}

/** Translates a page record by record: one that fails is set aside with its reason, and its neighbors go on. */
export function normalizePage(
  connector: Pick<Connector, 'normalize'>,
  records: readonly NativeRecord[],
  shop: ShopContext,
): NormalizedPage {
  const natives: NormalizedRecord[] = [];
  const setAside: SetAside[] = [];
  for (const native of records) {
    try {
      natives.push({ native, records: connector.normalize(native, shop) });
    } catch (error) {
      if (!isCommerceError(error) || error.recovery !== 'skip') throw error;
      const { path } = error.context;
      setAside.push({ native, reason: error.message, path: typeof path === 'string' ? path : null });
    }
  }
  return { natives, setAside };
}
