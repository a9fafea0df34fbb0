import { json } from 'node:stream/consumers';
import { measure } from '../measured.js';
import { known } from './known.js';

const { platform, client, config } = (await json(process.stdin)) as {
  platform: string;
  client: string;
  config: never;
};
const pages = known[platform]?.[client];
if (pages === undefined) throw new TypeError(`${client} is not among the known clients of ${platform}`);

await measure(async () => {
  let records = 0;
  for await (const rows of pages(config)) records += rows.length;
  return records;
});
