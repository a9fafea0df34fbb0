import { findConnector } from '@cartograph/connectors';
import { ConfigError, parseConfig } from '@cartograph/core';
import { type CommonOptions, createApp } from '../app.js';
import { readJson } from '../read-json.js';
import type { Shell } from '../shell.js';

const namePattern = /^[a-z0-9][a-z0-9_-]{0,62}$/i;

export async function connect(
  shell: Shell,
  platform: string,
  name: string,
  options: CommonOptions & { readonly config: string },
): Promise<void> {
  const app = createApp(shell, options);
  const connector = findConnector(platform);
  if (!namePattern.test(name))
    throw new ConfigError(`"${name}" cannot name a connection: use letters, digits, - and _, 63 at most`);
  const settings = await readJson(options.config, shell.stdin);
  const config = parseConfig(connector, settings);
  const shop = await connector.open(config, app.host).check();
  const createdAt = app.host.now().toISOString();
  await app.withStorage(async storage => {
    const existing = await storage.connection(name);
    if (existing && existing.platform !== platform)
      throw new ConfigError(
        `"${name}" is a connection to ${existing.platform} already: take another name, or disconnect it first`,
      );
    const sealed = app.sealSettings(name, settings);
    const connection = { id: name, platform, settings: sealed, shop, pausedBecause: null };
    await storage.saveConnection({ ...connection, createdAt: existing?.createdAt ?? createdAt }, createdAt);
  });
  if (app.terminal.json)
    app.terminal.printJson({
      connection: name,
      platform,
      shop: { name: shop.name, currency: shop.currency, timeZone: shop.timeZone },
    });
  else
    app.terminal.print(
      `Connected ${name} to ${connector.title}${shop.name ? ` (${shop.name})` : ''}. Next: cartograph sync ${name}`,
    );
}
