import { AuthError, RequestError, TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createMagentoClient } from './client.js';
import { optional, renderMessage } from './errors.js';
import { bearerConfig, refusal, scriptedHost } from './testing/scripted.js';

const failing = (answer: () => Response) => createMagentoClient(bearerConfig, scriptedHost(answer)).orders.get(1);

test('a missing right is named', async () => {
  const answer = () =>
    refusal(401, "The consumer isn't authorized to access %resources.", { resources: 'Magento_Sales::actions_view' });
  const failure = await failing(answer).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AuthError);
  expect(String(failure)).toContain('they lack the right Magento_Sales::actions_view');
  expect(failure).toMatchObject({ context: { resources: 'Magento_Sales::actions_view', status: 401 } });
});

test('a page instead of the API tells to check the address', async () => {
  const answer = () => new Response('<h1>Not found</h1>', { status: 404, headers: { 'content-type': 'text/html' } });
  await expect(failing(answer)).rejects.toThrow('check the base URL and the store code');
});

test('placeholders of a message are filled', () => {
  expect(
    renderMessage({ message: 'No %fieldName = %fieldValue', parameters: { fieldName: 'id', fieldValue: 9 } }),
  ).toBe('No id = 9');
  expect(renderMessage({ message: '%1 of %2', parameters: ['a', 'b'] })).toBe('a of b');
});

test('what a shop lacks or does not show is null, and nothing else is', async () => {
  for (const status of [401, 403, 404]) expect(await optional(failing(() => refusal(status, 'no')))).toBeNull();
  await expect(optional(failing(() => refusal(400, 'no')))).rejects.toThrow(RequestError);
  await expect(optional(failing(() => refusal(500, 'no')))).rejects.toThrow(TransportError);
});
