import { describe, expect, test } from 'vitest';
import { createIconicSimulator } from './simulator.js';
import { connect, tokenRequest } from './testing.js';

const simulator = createIconicSimulator({ orders: 3 });
const { clientId, clientSecret } = simulator.config('') as { clientId: string; clientSecret: string };
const grant = { grant_type: 'client_credentials' };
const basic = (secret: string) => ({ authorization: `Basic ${btoa(`${clientId}:${secret}`)}` });

function multipart(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('a token', () => {
  test.each([
    ['Basic auth and a url-encoded form', tokenRequest(new URLSearchParams(grant), basic(clientSecret))],
    ['Basic auth and a multipart form', tokenRequest(multipart(grant), basic(clientSecret))],
    [
      'form fields alone',
      tokenRequest(new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret })),
    ],
  ])('is given to %s', async (_, request) => {
    const response = await simulator.fetch(request);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    ['a wrong secret', tokenRequest(new URLSearchParams(grant), basic('wrong')), 401, 'invalid_client'],
    ['no credentials', tokenRequest(new URLSearchParams(grant)), 401, 'invalid_client'],
    ['no grant type', tokenRequest(new URLSearchParams({ scope: 'x' }), basic(clientSecret)), 400, 'invalid_request'],
    [
      'another grant type',
      tokenRequest(new URLSearchParams({ grant_type: 'password' }), basic(clientSecret)),
      400,
      'unsupported_grant_type',
    ],
    ['a JSON body', tokenRequest(JSON.stringify(grant), basic(clientSecret)), 400, 'invalid_request'],
  ])('is refused to %s', async (_, request, status, error) => {
    const response = await simulator.fetch(request);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
  });

  test('lives for an hour of the shop’s clock', async () => {
    let elapsed = 0;
    const client = await connect(createIconicSimulator({ orders: 1, elapsedMs: () => elapsed }));
    elapsed = 3_599_999;
    expect((await client.request('/v2/seller')).status).toBe(200);
    elapsed = 3_600_000;
    expect((await client.request('/v2/seller')).status).toBe(401);
  });
});

test('a call without a valid token is answered 401 without a body', async () => {
  for (const headers of [{}, { authorization: 'Bearer made-up' }]) {
    const response = await simulator.fetch(new Request('https://iconic.example/v2/seller', { headers }));
    expect([response.status, await response.text()]).toEqual([401, '']);
  }
});
