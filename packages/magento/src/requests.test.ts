import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { open } from './testing/open.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/ +/g, ' ');

/** What reading the whole of a stream costs, as the README writes it. */
async function cost(stream: string, orders: number) {
  const { read, paths } = open({ orders });
  const { length: records } = await read(stream);
  const perThousand = Math.round((paths.length * 1000) / records);
  return { requests: paths.length, row: `${paths.length} for ${records.toLocaleString('en-US')} | ${perThousand} |` };
}

test.each(['orders', 'creditmemos', 'shipments', 'transactions', 'customers', 'products'])(
  '%s cost what the README says',
  async stream => {
    expect(readme).toContain(`| \`${stream}\` | ${(await cost(stream, 1000)).row}`);
  },
);

test.each(['categories', 'taxRates', 'locations', 'company'])('all %s cost what the README says', async stream => {
  expect(readme).toContain(`| \`${stream}\` | ${(await cost(stream, 1)).requests} in all | – |`);
});

test('a thousand orders, with all that hangs on them, cost what the README says', async () => {
  const { read, paths } = open({ orders: 1000 });
  for (const stream of ['orders', 'creditmemos', 'shipments', 'transactions']) await read(stream);
  expect(readme).toContain(`that costs ${paths.length} requests`);
});
