import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import type { Shell } from '../shell.js';

export async function disconnect(shell: Shell, name: string, options: CommonOptions): Promise<void> {
  const app = createApp(shell, options);
  await app.withStorage(async storage => {
    await chooseConnections(storage, [name]);
    await storage.deleteConnection(name, app.host.now().toISOString());
  });
  if (app.terminal.json) app.terminal.printJson({ disconnected: name });
  else app.terminal.print(`Disconnected ${name}: its settings and everything that was read through it are gone.`);
}
