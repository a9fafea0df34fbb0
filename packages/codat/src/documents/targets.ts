import type { Change, Instant, Storage } from '@cartograph/core';
import { type ProjectedResource, projections } from '../projection/projections.js';

/** A record whose document is to be made anew. */
export interface Target {
  readonly resource: ProjectedResource;
  readonly connectionId: string;
  readonly id: string;
  /** When what its document is made of last changed. */
  readonly at: Instant;
}

const isProjected = (resource: string): resource is ProjectedResource => resource in projections;

const keyOf = ({ resource, connectionId, id }: Target): string => JSON.stringify([resource, connectionId, id]);

/** The records whose documents the changes may have made others, each once and with the time of its last change. */
export async function targetsOf(storage: Storage, changes: readonly Change[]): Promise<readonly Target[]> {
  const targets = new Map<string, Target>();
  for (const change of changes) {
    const { resource, connectionId, id, at } = change;
    if (!isProjected(resource)) continue;
    for (const target of [{ resource, connectionId, id, at }, ...(await beside(storage, change))])
      targets.set(keyOf(target), target);
  }
  return [...targets.values()];
}

/** What shows the changed record within itself. */
async function beside(storage: Storage, { resource, connectionId, id, at }: Change): Promise<readonly Target[]> {
  if (resource === 'payments' || resource === 'refunds') {
    const movement = await storage.record(connectionId, resource, id);
    return movement === null ? [] : [{ resource: 'orders', connectionId, id: movement.orderId, at }];
  }
  if (resource !== 'productCategories') return [];
  const products = await productsIn(storage, connectionId, id);
  return products.map(product => ({ resource: 'products', connectionId, id: product, at }));
}

const pageSize = 1000;

async function productsIn(storage: Storage, connectionId: string, categoryId: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: Parameters<Storage['query']>[0]['after'] = null; ; ) {
    const { records, next } = await storage.query({
      resource: 'products',
      connections: [connectionId],
      filters: [{ field: 'categoryId', operator: 'in', values: [categoryId] }],
      fields: ['id'],
      limit: pageSize,
      after,
    });
    const page: readonly { readonly id: string }[] = JSON.parse(Buffer.from(records).toString());
    found.push(...page.map(({ id }) => id));
    if (next === null) return found;
    after = next;
  }
}
