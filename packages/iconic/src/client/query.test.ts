import { expect, test } from 'vitest';
import { queryText } from './query.js';

test('a list repeats its name with brackets', () => {
  expect(queryText({ orderNumbers: ['A', 'B'], limit: 10 })).toBe('orderNumbers%5B%5D=A&orderNumbers%5B%5D=B&limit=10');
});

test('a space is %20, as signatures have it', () => {
  expect(queryText({ customers: ['Mia Nguyen'] })).toBe('customers%5B%5D=Mia%20Nguyen');
});

test('a flag is 1, and what is false or absent is left out', () => {
  expect(queryText({ outlet: false, includeVoucherDetails: true, section: undefined, sort: null })).toBe(
    'includeVoucherDetails=1',
  );
});

test('an instant goes with its zone, in whole seconds', () => {
  expect(queryText({ updateDateStart: new Date('2026-02-03T10:15:00.250Z') })).toBe(
    'updateDateStart=2026-02-03T10%3A15%3A00Z',
  );
});
