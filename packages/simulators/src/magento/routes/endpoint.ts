import type { Call } from '../../http.js';
import type { Collection } from '../protocol/collection.js';
import type { Fields, Input } from '../protocol/input.js';
import type { Scope } from '../shop/stores.js';

/** `['GET /V1/orders', 'Magento_Sales::actions_view', answer]`; a null resource is open to everyone. */
export type Endpoint = readonly [
  pattern: string,
  resource: string | null,
  answer: (call: Call, scope: Scope) => unknown,
];

/** A request that changes the shop, as its endpoint sees it. */
export interface Writing<P extends Fields> extends Pick<Call, 'params' | 'query'> {
  readonly input: Input<P>;
  readonly scope: Scope;
  /** The shop's time of this change: each takes a second. */
  readonly at: number;
}

/** How endpoints get at the records, tampered ones included. */
export interface Desk {
  /** A page of a collection, or the refusal. */
  list<Row>(collection: Collection<Row>): Endpoint[2];
  /** One record as it is served. */
  serve<Row>(collection: Collection<Row>, row: Row, scope: Scope): unknown;
  /** The record with this id, or what `missing` answers. */
  one<Row>(collection: Collection<Row>, id: string, scope: Scope, missing: () => Response): unknown;
  /** Reads the parameters of a change and makes it; every list knows of it afterwards. */
  write<P extends Fields>(parameters: P, answer: (writing: Writing<P>) => unknown): Endpoint[2];
}
