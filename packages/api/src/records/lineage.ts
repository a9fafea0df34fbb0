import type { Connection, Connector, ExplainedField, NativeRecord, ResourceName } from '@cartograph/core';

/** Where each value of a record comes from; null where its native record makes it no more. */
export function explainRecord(
  connectors: readonly Connector[],
  { platform, shop }: Connection,
  native: NativeRecord | null,
  resource: ResourceName,
  id: string,
): readonly ExplainedField[] | null {
  if (native === null) return null;
  const connector = connectors.find(one => one.id === platform);
  const explained = connector?.explain(native, shop).find(record => record.resource === resource && record.id === id);
  return explained?.fields ?? null;
}
