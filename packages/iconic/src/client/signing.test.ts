import { describe, expect, test } from 'vitest';
import { type Signable, signatureOf, signed, signRequest } from './signing.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const firstSecret = 'my_key_123456789012345678901234567890123';
const secondSecret = 'test-secret-0123456789';

const first: Signable = {
  method: 'get',
  target: '/my/path?foo=bar&zzz=second%20parameter',
  timestamp: '1234567890',
  nonce: '9b95be45f403af9c0039e08bee85f409611fa1b2',
  body: bytes(''),
};

const booking =
  '{"sellerId":5623,"transactionTypeId":22,"accountStatementGroupId":7,"value":-12.5,"currency":"AUD","description":"Manual adjustment","referenceId":1111}';

describe('a signature is the one of the platform’s vectors', () => {
  test.each([
    ['a query and no body', first, firstSecret, '88810379e74af556c15fad9c8fc9fc1756b000d3915df597b69056af0f3ff004'],
    [
      'a body and no query',
      { ...first, method: 'POST', target: '/my/path', body: bytes('{"foo":"bar","zzz":"second parameter"}') },
      firstSecret,
      'f0d36077e97b2f644d960cd60b1875c7dabfc1630d52c7538e5bd1b0012a75be',
    ],
    [
      'a booking',
      {
        method: 'POST',
        target: '/v2/finance/transaction',
        timestamp: '1735689600',
        nonce: '0123456789abcdef0123456789abcdef01234567',
        body: bytes(booking),
      },
      secondSecret,
      '4dd62e2eb12b669e3bef1ea6ef11aab513db8b43db5f0f9cbd8e3348748cc277',
    ],
    [
      'neither',
      {
        method: 'GET',
        target: '/v2/finance/transaction/types',
        timestamp: '1735689600',
        nonce: 'n-1',
        body: bytes(''),
      },
      secondSecret,
      '24f3b809d7b03fe634baa5cdcd3aee1154b229d6c5f7452bafa18994115899c6',
    ],
  ])('with %s', (_, request, secret, signature) => {
    expect(signatureOf(request, secret)).toBe(signature);
  });

  test('and never the one that a last line break gives', () => {
    expect(signatureOf(first, firstSecret)).not.toBe(
      '52780dd8ede020341bb6af8d26b34d7887f09dc8f1844025f49131517afeec24',
    );
  });
});

describe('a request', () => {
  const now = () => new Date('2026-02-03T00:00:00.900Z');

  test('that asks for it is signed over the path, the query and the bytes that go out', async () => {
    const request = new Request('https://api.test/v2/finance/transaction?a=b%20c', {
      method: 'POST',
      headers: signed,
      body: booking,
    });
    const { headers } = await signRequest(request, secondSecret, now);
    const [timestamp = '', nonce = ''] = [headers.get('x-timestamp') ?? '', headers.get('x-nonce') ?? ''];
    expect(timestamp).toBe('1770076800');
    expect(nonce.length).toBeLessThanOrEqual(40);
    expect(headers.get('x-signature-algorithm')).toBe('HMAC-SHA256');
    expect(headers.get('x-signature')).toBe(
      signatureOf(
        { method: 'POST', target: '/v2/finance/transaction?a=b%20c', timestamp, nonce, body: bytes(booking) },
        secondSecret,
      ),
    );
    expect(await request.text()).toBe(booking);
  });

  test('gets another nonce each time', async () => {
    const nonces = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const request = new Request('https://api.test/', { headers: signed });
        return (await signRequest(request, secondSecret, now)).headers.get('x-nonce');
      }),
    );
    expect(new Set(nonces).size).toBe(50);
  });

  test('that does not ask for it stays as it is', async () => {
    const { headers } = await signRequest(new Request('https://api.test/v2/orders'), secondSecret, now);
    expect([...headers.keys()]).toEqual([]);
  });
});
