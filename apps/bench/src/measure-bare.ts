import { text } from 'node:stream/consumers';
import { measure } from './measured.js';

/** The least that any reader does: `fetch` and `JSON.parse`, one page after the other, nothing kept. */
const { baseUrl, accessToken, paths }: { baseUrl: string; accessToken: string; paths: string[] } = JSON.parse(
  await text(process.stdin),
);
const headers = { 'x-auth-token': accessToken, accept: 'application/json' };

await measure(async () => {
  let records = 0;
  for (const path of paths) {
    const response = await fetch(`${baseUrl}${path}`, { headers });
    const body = await response.text();
    const page: unknown = body === '' ? [] : JSON.parse(body);
    if (path.includes('/v2/orders?') && Array.isArray(page)) records += page.length;
  }
  return records;
});
