import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, read, readAll, send } from '../testing.js';

test('files of a downloadable are told by address or content, changed and deleted', async () => {
  const simulator = createMagentoSimulator({ orders: 5 });
  const products = await readAll(simulator, 'products');
  const book = products.find(({ type_id }) => type_id === 'downloadable') ?? {};
  const other = products.find(({ type_id }) => type_id === 'simple') ?? {};
  for (const [path, parameter, type] of [
    ['downloadable-links', 'link', 'link'],
    ['downloadable-links/samples', 'sample', 'sample'],
  ] as const) {
    const files = () => read<Json[]>(simulator, `/rest/all/V1/products/${book.sku}/${path}`);
    const before = await files();
    const post = (sku: unknown, file: Json) =>
      send<number>(simulator, 'POST', `all/V1/products/${sku}/${path}`, { [parameter]: file });
    const file = {
      title: 'Chapter',
      sort_order: 2,
      [`${type}_type`]: 'url',
      [`${type}_url`]: 'https://files.example/c.pdf',
    };
    const { body: id } = await post(book.sku, file);
    expect(await files()).toEqual([...before, { ...file, id }]);
    expect((await post(book.sku, { ...file, [`${type}_url`]: 'nowhere' })).status).toBe(400);
    expect((await post(other.sku, file)).status).toBe(400);
    const content = { [`${type}_type`]: 'file', [`${type}_file_content`]: { file_data: 'AAAA', name: 'Two.pdf' } };
    const path1 = `all/V1/products/${book.sku}/${path}/${id}`;
    expect((await send(simulator, 'PUT', path1, { [parameter]: content })).body).toBe(id);
    expect((await files()).at(-1)).toMatchObject({ title: 'Chapter', [`${type}_file`]: '/t/w/two.pdf' });
    expect((await send(simulator, 'DELETE', `all/V1/products/${path}/${id}`)).body).toBe(true);
    expect(await files()).toEqual(before);
    expect((await send(simulator, 'DELETE', `all/V1/products/${path}/${id}`)).status).toBe(404);
  }
});
