import { normalizePage } from '@cartograph/sync';
import { type CommonOptions, createApp } from '../app.js';
import { readNativeFile } from '../native-file.js';
import type { Shell } from '../shell.js';

export async function normalize(
  shell: Shell,
  platform: string,
  streamName: string,
  file: string,
  options: CommonOptions & { readonly shop?: string },
): Promise<void> {
  const { terminal } = createApp(shell, options);
  const { connector, records, shop } = await readNativeFile(shell.stdin, platform, streamName, file, options.shop);
  const page = normalizePage(connector, records, shop);
  const result = {
    records: page.natives.flatMap(native => native.records),
    setAside: page.setAside.map(({ native, path, reason }) => ({ stream: native.stream, id: native.id, path, reason })),
  };
  if (terminal.json) terminal.printJson(result);
  else terminal.print(JSON.stringify(result, null, 2));
}
