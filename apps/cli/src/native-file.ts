import { findConnector } from '@cartograph/connectors';
import { ConfigError, type Connector, type NativeRecord, type ShopContext, UnsupportedError } from '@cartograph/core';
import { readJson } from './read-json.js';

/** A file of native records, and by what they are translated. */
export interface NativeFile {
  readonly connector: Connector;
  readonly records: readonly NativeRecord[];
  readonly shop: ShopContext;
}

/** Reads a file of one record, a list, or the platform's envelope; `shopFile` says what is known of the shop. */
export async function readNativeFile(
  stdin: NodeJS.ReadableStream,
  platform: string,
  streamName: string,
  file: string,
  shopFile: string | undefined,
): Promise<NativeFile> {
  const connector = findConnector(platform);
  const stream = Object.hasOwn(connector.streams, streamName) ? connector.streams[streamName] : undefined;
  if (!stream)
    throw new UnsupportedError(
      `${connector.title} has no stream "${streamName}"; it has ${Object.keys(connector.streams).join(', ')}`,
    );
  const shop = shopFile ? readShop(connector, await readJson(shopFile, stdin), shopFile) : connector.emptyShop;
  return { connector, shop, records: stream.records(await readJson(file, stdin)) };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the shop's file leaves out is taken from a shop of which nothing is known. */
function readShop({ shop, emptyShop }: Connector, given: unknown, file: string): ShopContext {
  const parsed = shop.safeParse(isObject(given) ? { ...emptyShop, ...given } : given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue && issue.path.length > 0 ? `"${issue.path.join('.')}" ` : '';
  throw new ConfigError(`${file} does not describe a shop: ${field}${issue?.message}`, { file });
}
