import { resourceNames } from '@cartograph/core';
import { beforeAll, expect, test } from 'vitest';
import type { OpenApiDocument } from './openapi/document.js';
import { problems, type Schema } from './testing/schema.js';
import { createSyncedWorld, type World } from './testing/world.js';

let world: World;
let document: OpenApiDocument;
beforeAll(async () => {
  world = await createSyncedWorld(8);
  document = (await world.get('/v1/openapi.json')).body;
});

test('the document names every operation once, and every reference leads somewhere', () => {
  expect(document.openapi).toBe('3.1.0');
  const ids = Object.values(document.paths).flatMap(methods =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  for (const name of new Set(references)) expect(Object.keys(document.components.schemas)).toContain(name);
  for (const name of resourceNames)
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([`/v1/${name}`, `/v1/${name}/{connection}/{id}`]),
    );
});

test('every operation that only reads is answered as the document says', async () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const response = methods.get?.responses[200] as { content?: Record<string, { schema: Schema }> } | undefined;
    if (!response) continue;
    const { body } = await world.get(`/v1/${path.split('/')[2]}?limit=3`);
    const filled = path
      .replace('{connection}', body.data?.[0]?.connectionId)
      .replace('{id}', encodeURIComponent(body.data?.[0]?.id));
    if (filled.includes('undefined')) continue;
    const answer = await world.get(filled);
    expect([path, answer.status]).toEqual([path, 200]);
    const schema = response.content?.['application/json']?.schema;
    expect([path, problems(document, answer.body, schema ?? {})]).toEqual([path, []]);
  }
});

test('the page shows every operation, and needs nothing from elsewhere', async () => {
  const page = String((await world.get('/docs')).body);
  for (const methods of Object.values(document.paths))
    for (const { operationId } of Object.values(methods)) expect(page).toContain(`id="${operationId}"`);
  expect(page).not.toMatch(/<script|https?:\/\/(?!api\.test)[^ ]*\.(?:js|css)/);
  expect((await world.get('/docs/style.css')).headers.get('content-type')).toContain('text/css');
});
