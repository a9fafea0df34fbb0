import { json } from 'node:stream/consumers';
import { measure } from '../measured.js';

/** The least that any reader does: `fetch` and `JSON.parse` of the same pages, one after the other, nothing kept. */
const { origin, headers, paths } = (await json(process.stdin)) as {
  origin: string;
  headers: Record<string, string>;
  paths: readonly string[];
};

interface Envelope {
  readonly items: readonly unknown[];
}

await measure(async () => {
  let records = 0;
  for (const path of paths) {
    const response = await fetch(`${origin}${path}`, { headers });
    const text = await response.text();
    const page: readonly unknown[] | Envelope = text === '' ? [] : JSON.parse(text);
    records += 'items' in page ? page.items.length : page.length;
  }
  return records;
});
