import type { Document, DocumentName, ResourceName, Storage, StoredRecord } from '@cartograph/core';
import { refundSuffix } from '../projection/payment.js';
import { type Beside, type ProjectedResource, projections } from '../projection/projections.js';
import { toDate } from '../projection/shape.js';
import type { Target } from './targets.js';

export const nameOf = ({ resource, connectionId, id }: Omit<Target, 'at'>): DocumentName => ({
  collection: projections[resource].path,
  connectionId,
  id: resource === 'refunds' ? `${id}${refundSuffix}` : id,
});

/** Undoes `nameOf`: the record that a document was made of. */
export function sourceOf(resources: readonly ProjectedResource[], id: string): Omit<Target, 'at' | 'connectionId'> {
  const isRefund = resources.includes('refunds') && id.endsWith(refundSuffix);
  if (isRefund) return { resource: 'refunds', id: id.slice(0, -refundSuffix.length) };
  return { resource: resources[0] ?? 'orders', id };
}

/** The document of a record, with what belongs to it; null where there is no such record any more. */
export async function makeDocument(storage: Storage, target: Target): Promise<Document | null> {
  const record = await storage.record(target.connectionId, target.resource, target.id);
  if (record === null) return null;
  // A document becomes another with whatever is shown in it, also where its own record stays as it is.
  const modifiedAt = toDate(target.at);
  const body = project(target.resource, { ...record, syncedAt: modifiedAt }, await besideOf(storage, record, target));
  return { ...nameOf(target), modifiedAt, body: JSON.stringify(body) };
}

/** The record is of the resource: nothing but this says so to the compiler. */
const project = (resource: ProjectedResource, record: StoredRecord, beside: Beside): object =>
  (projections[resource].project as (record: StoredRecord, beside: Beside) => object)(record, beside);

const nothing: Beside = { payments: [], refunds: [], categories: new Map() };

async function besideOf(storage: Storage, record: StoredRecord, target: Target): Promise<Beside> {
  const { resource, connectionId } = target;
  if (resource === 'orders')
    return {
      ...nothing,
      payments: await ofOrder(storage, 'payments', target),
      refunds: await ofOrder(storage, 'refunds', target),
    };
  if (resource !== 'products' || !('categoryIds' in record)) return nothing;
  const categories = new Map<string, string>();
  for (const id of record.categoryIds) {
    const category = await storage.record(connectionId, 'productCategories', id);
    if (category?.name && category.deletedAt === null) categories.set(id, category.name);
  }
  return { ...nothing, categories };
}

async function ofOrder<Name extends ResourceName & ('payments' | 'refunds')>(
  storage: Storage,
  resource: Name,
  { connectionId, id }: Target,
): Promise<readonly StoredRecord<Name>[]> {
  const found: StoredRecord<Name>[] = [];
  for await (const record of storage.records({ resource, connectionId, orderId: id })) found.push(record);
  return found;
}
