import { beforeEach, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface SetJson {
  readonly id: number;
  readonly brandId: number;
}

let client: TestClient;
let set: SetJson;

beforeEach(async () => {
  client = await connect(createIconicSimulator({ orders: 2 }));
  set = (await client.all<SetJson>('/v2/product-sets'))[0] as SetJson;
});

test('a set in a group is found by it, and the group by the brand', async () => {
  const path = `/v2/product-set/${set.id}/group`;
  expect((await client.send('GET', path)).status).toBe(404);
  expect(await client.send('POST', path, { name: 'Linen' })).toEqual({ status: 201, body: { name: 'Linen' } });
  expect(await client.read(path)).toEqual({ name: 'Linen' });
  expect(await client.all(`/v2/groups?brandId=${set.brandId}&name=Lin`)).toEqual([{ name: 'Linen' }]);
  expect(await client.all(`/v2/groups?brandId=${set.brandId + 1}`)).toEqual([]);
  expect(await client.all<SetJson>('/v2/product-sets?group=Linen')).toMatchObject([{ id: set.id }]);
  expect((await client.send('DELETE', path)).status).toBe(204);
  expect(await client.all('/v2/product-sets?group=Linen')).toEqual([]);
});

test('a group needs a name, and groups are listed for one brand', async () => {
  const refused = await client.send('POST', `/v2/product-set/${set.id}/group`, {});
  expect(refused).toMatchObject({ status: 400, body: { violations: [{ propertyPath: 'name' }] } });
  expect((await client.request('/v2/groups?limit=5&offset=0')).status).toBe(400);
});

test('the tags of sets are those that sets are filtered by', async () => {
  const tagged = await client.all<SetJson>('/v2/product-sets?onlyWithTags=1');
  const [tag] = await client.read<{ id: number; name: string }[]>('/v2/tags/product-tags');
  const withTag = await client.all<SetJson>(`/v2/product-sets?tags[]=${tag?.id}`);
  expect(withTag.length).toBeGreaterThan(0);
  expect(tagged.length).toBeGreaterThan(withTag.length);
  const rows = await client.read<{ tagId: number | null; productSetId: number }[]>(
    `/v2/product-sets/tags?${[withTag[0]?.id, 9].map(id => `productSetIds[]=${id}`).join('&')}`,
  );
  expect(rows).toContainEqual({ tagId: tag?.id, tagName: tag?.name, productSetId: withTag[0]?.id });
  expect(rows.at(-1)).toEqual({ tagId: null, tagName: null, productSetId: 9 });
});
