import { createHash } from 'node:crypto';
import {
  type ExplainedRecord,
  type FailedRecord,
  type IdPage,
  type Instant,
  type ModelRecord,
  type NativeRecord,
  pathText,
  type ReadQuery,
  RecordError,
  type ResourceName,
  resourceNames,
  resourceSchemas,
  type ShopContext,
  type Stream,
} from '@cartograph/core';
import type { z } from 'zod';
import { explainRecords } from '../lineage/explain.js';
import { FieldError } from '../mapping/field-error.js';
import { compileFits, type Fits } from './fits.js';
import { isLoose, itemsOf } from './payload.js';

/** A page as a connector reads it: bodies as they came. */
export interface BodyPage {
  readonly bodies: readonly unknown[];
  readonly next: string | null;
  readonly total?: number;
  /** See `NativePage`. */
  readonly failed?: readonly FailedRecord[];
}

export interface Identity {
  readonly id: string;
  readonly modifiedAt: Instant | null;
}

/** One line of a connector's table: how a feed is read and how one of its records becomes the model. */
export interface StreamDefinition<Client, Shop extends ShopContext, Body> {
  readonly yields: readonly ResourceName[];
  readonly incremental: Stream['incremental'];
  readonly lagMs: number;
  /** Every five minutes for a stream that is read by time, once a day for one that is read whole, unless said otherwise. */
  readonly everyMs?: number;
  /** Once a day where there is `ids`, otherwise never, unless said otherwise. */
  readonly sweepEveryMs?: number | null;
  /** What `normalize` needs of a body; fields that nobody reads are left out. */
  readonly native: z.ZodType<Body>;
  /**
   * Id and time from an unchecked body. May throw: the record is then kept under a name made from its content. The client is
   * null for a body that comes from elsewhere than its shop.
   */
  identify(body: Readonly<Record<string, unknown>>, client: Client | null): Identity;
  /** The body of one item as the platform lists it, where a body is a composite of several calls. */
  wrap?(item: unknown): unknown;
  read(client: Client, query: ReadQuery): AsyncIterable<BodyPage>;
  /** Bodies as `read` gives them; see `Session.find`. A stream that is read whole needs none: it is read. */
  find?(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** See `Session.ids`. */
  ids?(client: Client, resume: string | null): AsyncIterable<IdPage>;
  normalize(body: Body, shop: Shop): readonly ModelRecord[];
  /**
   * The stream under which records of this feed are kept, where it re-reads records of another one. Those that it could not be
   * served are of that stream too, unless they name another.
   */
  readonly feeds?: string;
}

const fiveMinutesMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;

export interface BoundStream<Client, Shop extends ShopContext> extends Stream {
  readonly feeds: string | null;
  native(body: unknown, client: Client | null): NativeRecord;
  read(client: Client, query: ReadQuery): AsyncIterable<BodyPage>;
  readonly find: ((client: Client, ids: readonly string[]) => Promise<ReadonlyMap<string, unknown>>) | null;
  readonly ids: ((client: Client, resume: string | null) => AsyncIterable<IdPage>) | null;
  normalize(native: NativeRecord, shop: Shop): readonly ModelRecord[];
  explain(native: NativeRecord, shop: Shop): readonly ExplainedRecord[];
}

export function bindStream<Client, Shop extends ShopContext, Body>(
  connector: string,
  name: string,
  definition: StreamDefinition<Client, Shop, Body>,
): BoundStream<Client, Shop> {
  const stream = definition.feeds ?? name;
  const fits = compileFits(definition.native);
  const native = (body: unknown, client: Client | null): NativeRecord => {
    const { id, modifiedAt } = identityOf(definition, body, client);
    return { stream, id, modifiedAt, body };
  };
  /** What `make` gives for the body of a native record. A failure names the record and the path. */
  const from = <Made>({ id, body }: NativeRecord, make: (body: Body) => Made): Made => {
    const failed = (path: string | null, message: string, cause: unknown) =>
      new RecordError(
        `${connector} ${name} ${id}${path ? `: ${path}` : ''}: ${message}`,
        { connector, stream: name, id, path },
        { cause },
      );
    // A body that fits needs no copy: rows read the fields that they name, and no others.
    const parsed = fits?.(body) ? { success: true as const, data: body as Body } : definition.native.safeParse(body);
    if (!parsed.success) throw failed(...issueOf(parsed.error), parsed.error);
    try {
      return make(parsed.data);
    } catch (cause) {
      if (cause instanceof FieldError) throw failed(cause.path, cause.message, cause);
      throw failed(null, cause instanceof Error ? cause.message : String(cause), cause);
    }
  };
  return {
    feeds: definition.feeds ?? null,
    yields: definition.yields,
    incremental: definition.incremental,
    lagMs: definition.lagMs,
    everyMs: definition.everyMs ?? (definition.incremental === 'none' ? dayMs : fiveMinutesMs),
    sweepEveryMs: definition.sweepEveryMs === undefined && definition.ids ? dayMs : (definition.sweepEveryMs ?? null),
    native,
    records: payload => itemsOf(payload).map(item => native(definition.wrap ? definition.wrap(item) : item, null)),
    read: (client, query) => definition.read(client, query),
    find: definition.find?.bind(definition) ?? null,
    ids: definition.ids?.bind(definition) ?? null,
    normalize: (record, shop) => from(record, body => definition.normalize(body, shop).map(checkRecord)),
    explain: (record, shop) =>
      from(record, body => explainRecords({ body, shop, sent: record.body }, definition.normalize)),
  };
}

/** A record that cannot even say its id still needs a name, or it could not be set aside. */
function identityOf<Client>(
  definition: Pick<StreamDefinition<Client, never, never>, 'identify'>,
  body: unknown,
  client: Client | null,
): Identity {
  try {
    if (isLoose(body)) return definition.identify(body, client);
  } catch {
    // Falls through: normalizing the record will say what is wrong with it.
  }
  const digest = createHash('sha256')
    .update(JSON.stringify(body) ?? '')
    .digest('hex')
    .slice(0, 16);
  return { id: `unidentified-${digest}`, modifiedAt: null };
}

const fitsModel = new Map<ResourceName, Fits | null>(
  resourceNames.map(name => [name, compileFits(resourceSchemas[name])]),
);

function checkRecord(made: ModelRecord): ModelRecord {
  if (fitsModel.get(made.resource)?.(made.record)) return made;
  const checked = resourceSchemas[made.resource].safeParse(made.record);
  if (!checked.success) throw new FieldError(...issueOf(checked.error));
  return made;
}

/** Path and message of the first thing that is wrong. */
function issueOf(error: z.ZodError): [path: string, message: string] {
  const [issue] = error.issues;
  return [pathText(issue?.path ?? []), issue?.message ?? 'does not fit'];
}
