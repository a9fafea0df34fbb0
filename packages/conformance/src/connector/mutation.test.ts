import { expect, test } from 'vitest';
import { mutations } from './mutation.js';

test('every number and decimal text is raised by a step, one at a time', () => {
  const body = {
    total: '10.0000',
    lines: [{ price: 29.949999999999999, name: 'Shirt' }],
    none: null,
    code: 'A1',
    flag: true,
  };
  expect([...mutations(body, '0.01')]).toEqual([
    { path: 'total', body: { ...body, total: '10.01' } },
    { path: 'lines[0].price', body: { ...body, lines: [{ price: 29.96, name: 'Shirt' }] } },
  ]);
});
