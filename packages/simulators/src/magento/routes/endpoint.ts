import type { Call } from '../../http.js';
import type { Collection } from '../protocol/collection.js';
import type { Scope } from '../shop/stores.js';

/** `['GET /V1/orders', 'Magento_Sales::actions_view', answer]`; a null resource is open to everyone. */
export type Endpoint = readonly [
  pattern: string,
  resource: string | null,
  answer: (call: Call, scope: Scope) => unknown,
];

/** How endpoints get at the records, tampered ones included. */
export interface Desk {
  /** A page of a collection, or the refusal. */
  list<Row>(collection: Collection<Row>): Endpoint[2];
  /** One record as it is served. */
  serve<Row>(collection: Collection<Row>, row: Row, scope: Scope): unknown;
  /** The record with this id, or what `missing` answers. */
  one<Row>(collection: Collection<Row>, id: string, scope: Scope, missing: () => Response): unknown;
}
