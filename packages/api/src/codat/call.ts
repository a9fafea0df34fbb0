import type { ApiKey } from '@cartograph/core';
import type { Scope } from '../auth/key.js';
import type { Directory } from './directory.js';

/** A request that has passed. */
export interface CodatCall {
  readonly request: Request;
  /** What stands in the path, by name, decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** By names in lower case: Codat's clients and pages spell them in several ways. */
  readonly query: ReadonlyMap<string, string>;
  readonly key: ApiKey;
  /** What the key may see. */
  readonly directory: Directory;
}

export interface CodatRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Its words are found in any case: `/companies/{companyId}` */
  readonly path: string;
  readonly scope: Scope;
  /** Only for keys that see every connection. */
  readonly ofAll?: true;
  handle(call: CodatCall): Promise<Response>;
}
