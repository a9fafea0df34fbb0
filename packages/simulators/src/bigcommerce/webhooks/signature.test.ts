import { expect, test } from 'vitest';
import { webhookSignature } from './signature.js';

test('signs the published vector', () => {
  const body =
    '{"producer":"stores/z4zn3wo","hash":"0f1b5800def7b505369b08b4a3503a1db2c4b1a6","created_at":1700000000,"store_id":"1001197568","scope":"store/order/updated","data":{"type":"order","id":272}}';
  expect(webhookSignature('test-secret-0123456789abcdef', 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W', 1_700_000_000, body)).toBe(
    'v1,FhipzG9KFykJhKEdFJe7tVnsnjCQWf5MZ3rVtEFQ6PI=',
  );
});
