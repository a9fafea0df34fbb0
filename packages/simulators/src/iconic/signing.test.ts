import { expect, test } from 'vitest';
import { signatureOf } from './signing.js';

const platform = {
  timestamp: '1234567890',
  nonce: '9b95be45f403af9c0039e08bee85f409611fa1b2',
  secret: 'my_key_123456789012345678901234567890123',
};
const manual =
  '{"sellerId":5623,"transactionTypeId":22,"accountStatementGroupId":7,"value":-12.5,"currency":"AUD","description":"Manual adjustment","referenceId":1111}';

const vectors = [
  {
    ...platform,
    method: 'GET',
    target: '/my/path?foo=bar&zzz=second%20parameter',
    body: '',
    signature: '88810379e74af556c15fad9c8fc9fc1756b000d3915df597b69056af0f3ff004',
  },
  {
    ...platform,
    method: 'POST',
    target: '/my/path',
    body: '{"foo":"bar","zzz":"second parameter"}',
    signature: 'f0d36077e97b2f644d960cd60b1875c7dabfc1630d52c7538e5bd1b0012a75be',
  },
  {
    method: 'POST',
    target: '/v2/finance/transaction',
    timestamp: '1735689600',
    nonce: '0123456789abcdef0123456789abcdef01234567',
    secret: 'test-secret-0123456789',
    body: manual,
    signature: '4dd62e2eb12b669e3bef1ea6ef11aab513db8b43db5f0f9cbd8e3348748cc277',
  },
  {
    method: 'GET',
    target: '/v2/finance/transaction/types',
    timestamp: '1735689600',
    nonce: 'n-1',
    secret: 'test-secret-0123456789',
    body: '',
    signature: '24f3b809d7b03fe634baa5cdcd3aee1154b229d6c5f7452bafa18994115899c6',
  },
];

test.each(vectors)('$method $target is signed as the platform signs it', ({ secret, signature, ...parts }) => {
  expect(signatureOf(parts, secret)).toBe(signature);
});

test('a line end after the last line would give another signature', () => {
  const [first] = vectors;
  expect(first && signatureOf(first, first.secret)).not.toBe(
    '52780dd8ede020341bb6af8d26b34d7887f09dc8f1844025f49131517afeec24',
  );
});
