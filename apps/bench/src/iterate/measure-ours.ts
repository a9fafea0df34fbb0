import { json } from 'node:stream/consumers';
import { measure } from '../measured.js';
import { ours, type Platform } from './clients.js';

/** All orders, one by one, nothing kept. */
const { platform, config, validate } = (await json(process.stdin)) as {
  platform: Platform;
  config: unknown;
  validate: boolean;
};

await measure(async () => {
  let records = 0;
  for await (const _ of ours[platform](config, { validate })) records += 1;
  return records;
});
