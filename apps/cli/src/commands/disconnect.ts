import { type CommonOptions, chooseConnections, createApp } from '../app.js';

export async function disconnect(name: string, options: CommonOptions): Promise<void> {
  const app = createApp(options);
  await app.withStorage(async storage => {
    await chooseConnections(storage, [name]);
    await storage.deleteConnection(name);
  });
  if (app.terminal.json) app.terminal.printJson({ disconnected: name });
  else app.terminal.print(`Disconnected ${name}: its settings and everything that was read through it are gone.`);
}
