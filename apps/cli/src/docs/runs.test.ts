import { expect, test } from 'vitest';
import { examplesOf, pages } from './examples.js';
import { runExample } from './run-example.js';
import { shopsFor } from './shops.js';

const clientPages = pages.filter(page => /^docs\/clients(\.md|\/)/.test(page));

/** `docs/clients/magento.md` is about magento; the page about all of them speaks of BigCommerce where it makes a host. */
const platformOf = (page: string): string => /clients\/(\w+)\.md$/.exec(page)?.[1] ?? 'bigcommerce';

const examples = clientPages.flatMap(page =>
  examplesOf(page).map(({ name, code }) => ({ name, code, platform: platformOf(page) })),
);

test.each(examples)('the example $name runs against a shop and shows something', async ({ code, platform }) => {
  expect(await runExample(code, shopsFor(platform))).not.toEqual([]);
});

test('an example that fails is caught', async () => {
  const code = "import { add } from '@cartograph/core';\nadd('1', 'many');";
  await expect(runExample(code, shopsFor('iconic'))).rejects.toThrow('Invalid number');
});

test('an example that imports what a reader does not have is caught', async () => {
  const code = "import { createIconicSimulator } from '@cartograph/simulators';\ncreateIconicSimulator();";
  await expect(runExample(code, shopsFor('iconic'))).rejects.toThrow('imports @cartograph/simulators');
});
