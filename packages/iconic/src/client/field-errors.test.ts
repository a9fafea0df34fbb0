import { RequestError, tellBody } from '@cartograph/core';
import { expect, test } from 'vitest';
import { fieldErrorsOf } from './field-errors.js';

const failed = (body: unknown) => tellBody(new RequestError('refused'), body);

test.each<[string, unknown, object[]]>([
  [
    'violations',
    { title: 'Validation Failed', violations: [{ propertyPath: '[1].quantity', title: 'Too small.' }] },
    [{ field: '[1].quantity', message: 'Too small.' }],
  ],
  [
    'refusals by item',
    { errors: [{ orderItemId: 7, detail: 'E450: not allowed' }] },
    [{ field: 'orderItems[7]', message: 'E450: not allowed' }],
  ],
  [
    'lines of a detail',
    { title: 'Validation Failed', detail: 'brandId: Not a choice.\nattributes.41: Blank.' },
    [
      { field: 'brandId', message: 'Not a choice.' },
      { field: 'attributes.41', message: 'Blank.' },
    ],
  ],
  ['a code', { detail: 'E028: Status cannot be set' }, [{ field: '', message: 'E028: Status cannot be set' }]],
  ['a number as code', { detail: '1000: in progress' }, [{ field: '', message: '1000: in progress' }]],
  ['a title alone', { title: 'Conflict' }, [{ field: '', message: 'Conflict' }]],
  [
    'XML',
    '<ErrorResponse><Body><ErrorDetail><Field>Quantity</Field><Message>&lt;0</Message></ErrorDetail></Body></ErrorResponse>',
    [{ field: 'Quantity', message: '<0' }],
  ],
  ['nothing', null, []],
])('%s are read', (_, body, expected) => {
  expect(fieldErrorsOf(failed(body))).toEqual(expected);
});

test('an error that came of no answer has none', () => {
  expect(fieldErrorsOf(new Error('x'))).toEqual([]);
  expect(fieldErrorsOf(undefined)).toEqual([]);
});
