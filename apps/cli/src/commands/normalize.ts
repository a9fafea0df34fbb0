import { findConnector } from '@cartograph/connectors';
import { ConfigError, type ShopContext, UnsupportedError } from '@cartograph/core';
import { normalizePage } from '@cartograph/sync';
import { type CommonOptions, createApp } from '../app.js';
import { readJson } from '../read-json.js';
import type { Shell } from '../shell.js';

export async function normalize(
  shell: Shell,
  platform: string,
  streamName: string,
  file: string,
  options: CommonOptions & { readonly shop?: string },
): Promise<void> {
  const { terminal } = createApp(shell, options);
  const connector = findConnector(platform);
  const stream = Object.hasOwn(connector.streams, streamName) ? connector.streams[streamName] : undefined;
  if (!stream)
    throw new UnsupportedError(
      `${connector.title} has no stream "${streamName}"; it has ${Object.keys(connector.streams).join(', ')}`,
    );
  const shop = options.shop
    ? readShop(connector, await readJson(options.shop, shell.stdin), options.shop)
    : connector.emptyShop;
  const page = normalizePage(connector, stream.records(await readJson(file, shell.stdin)), shop);
  const result = {
    records: page.natives.flatMap(({ records }) => records),
    setAside: page.setAside.map(({ native, path, reason }) => ({ stream: native.stream, id: native.id, path, reason })),
  };
  if (terminal.json) terminal.printJson(result);
  else terminal.print(JSON.stringify(result, null, 2));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the shop's file leaves out is taken from a shop of which nothing is known. */
function readShop({ shop, emptyShop }: ReturnType<typeof findConnector>, given: unknown, file: string): ShopContext {
  const parsed = shop.safeParse(isObject(given) ? { ...emptyShop, ...given } : given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue && issue.path.length > 0 ? `"${issue.path.join('.')}" ` : '';
  throw new ConfigError(`${file} does not describe a shop: ${field}${issue?.message}`, { file });
}
