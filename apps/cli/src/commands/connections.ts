import { type CommonOptions, createApp } from '../app.js';
import { table } from '../output/table.js';
import type { Shell } from '../shell.js';

export async function connections(shell: Shell, options: CommonOptions): Promise<void> {
  const app = createApp(shell, options);
  const all = await app.withStorage(storage => storage.connections());
  const shown = all.map(({ id, platform, shop, createdAt, pausedBecause }) => ({
    name: id,
    platform,
    shop: shop.name,
    createdAt,
    pausedBecause,
  }));
  if (app.terminal.json) return app.terminal.printJson({ connections: shown });
  if (shown.length === 0) return app.terminal.print('No connections yet: add one with "cartograph connect".');
  const rows = shown.map(({ name, platform, shop, createdAt, pausedBecause }) => [
    name,
    platform,
    shop ?? '–',
    createdAt,
    pausedBecause ?? 'ready',
  ]);
  app.terminal.print(table(['name', 'platform', 'shop', 'connected', 'state'], rows));
}
