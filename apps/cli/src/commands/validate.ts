import { setImmediate } from 'node:timers/promises';
import { ConfigError } from '@cartograph/core';
import { type CommonOptions, createApp } from '../app.js';
import { readNativeFile } from '../native-file.js';
import { figure } from '../output/table.js';
import type { Shell } from '../shell.js';
import { describeValidation } from '../validation/describe.js';
import { summarize, type ValidatedRecord, validateRecord } from '../validation/validate-record.js';

/** Records between two looks at whether the user wants to stop. */
const batchSize = 100;

export async function validate(
  shell: Shell,
  platform: string,
  streamName: string,
  file: string,
  options: CommonOptions & { readonly shop?: string },
): Promise<void> {
  const { terminal, signal } = createApp(shell, options);
  const { connector, records, shop } = await readNativeFile(shell.stdin, platform, streamName, file, options.shop);
  if (records.length === 0)
    throw new ConfigError(
      `${file === '-' ? 'standard input' : file} holds no ${streamName}: give one, a list of them, or the answer in which ${connector.title} lists them`,
      { file },
    );
  const validated: ValidatedRecord[] = [];
  for (const native of records) {
    if (validated.length % batchSize === 0) {
      await setImmediate();
      signal.throwIfAborted();
      if (validated.length > 0) terminal.progress(`${figure(validated.length)}/${figure(records.length)}`);
    }
    validated.push(validateRecord(connector, native, shop));
  }
  const summary = summarize(validated);
  if (terminal.json) terminal.printJson({ records: validated, summary });
  else terminal.print(describeValidation(validated, summary));
  if (summary.setAside + summary.proofs.unproven > 0) shell.exitCode = 1;
}
