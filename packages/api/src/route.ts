import type { ApiKey, Connection, Connector, Host, Storage } from '@cartograph/core';
import type { z } from 'zod';
import type { Scope } from './auth/key.js';
import type { JsonSchema } from './http/parameters.js';

/** What the API stands on, handed in by whoever owns the process. */
export interface Services {
  readonly storage: Storage;
  readonly connectors: readonly Connector[];
  /** Its `fetch` reaches shops whose addresses users give: whoever hands it in decides which ones may be reached. */
  readonly host: Host;
  readonly settings: SettingsVault;
  /** Starts a run in the background and answers its id. Throws a ConflictError while another one is under way. */
  readonly startRun: (connection: Connection, wish: RunWish) => Promise<string>;
}

/** Settings of connections as they are stored. */
export interface SettingsVault {
  seal(connectionId: string, settings: unknown): string;
  /** Throws a ConfigError where they do not open. */
  unseal(connection: Pick<Connection, 'id' | 'settings'>): unknown;
}

export interface RunWish {
  readonly full: boolean;
  readonly streams: readonly string[] | null;
}

/** A request that has passed. */
export interface Call {
  readonly request: Request;
  readonly query: URLSearchParams;
  /** What stands in the path, by name, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly key: ApiKey;
  /** Those that the key may see. */
  readonly connections: readonly Connection[];
}

/** One operation: how it is asked, who may ask, what it answers. OpenAPI and the router are made of the same. */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** `/v1/connections/{id}` */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** More than the summary says; Markdown. */
  readonly description?: string;
  readonly scope: Scope;
  readonly query?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>;
  readonly body?: z.ZodType;
  readonly answer: Answer;
  handle(call: Call): Promise<Response>;
}

export interface Answer {
  readonly status: number;
  readonly description: string;
  /** Null for no content. */
  readonly schema: JsonSchema | null;
}
