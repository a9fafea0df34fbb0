import { expect, test } from 'vitest';
import { criteriaQuery } from './criteria.js';

test('every key is unique and encoded, a space is %20, and each has its =', () => {
  const query = criteriaQuery({
    filters: [
      [{ field: 'updated_at', condition: 'gteq', value: '2025-01-01 00:00:00' }],
      [{ field: 'sku', value: "it's" }],
    ],
    sort: [{ field: 'entity_id' }],
    pageSize: 5,
  });
  expect(query.split('&')).toEqual([
    'searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bfield%5D=updated_at',
    'searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bcondition_type%5D=gteq',
    'searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D=2025-01-01%2000%3A00%3A00',
    'searchCriteria%5Bfilter_groups%5D%5B1%5D%5Bfilters%5D%5B0%5D%5Bfield%5D=sku',
    'searchCriteria%5Bfilter_groups%5D%5B1%5D%5Bfilters%5D%5B0%5D%5Bcondition_type%5D=eq',
    'searchCriteria%5Bfilter_groups%5D%5B1%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D=it%27s',
    'searchCriteria%5Bsort_orders%5D%5B0%5D%5Bfield%5D=entity_id',
    'searchCriteria%5Bsort_orders%5D%5B0%5D%5Bdirection%5D=ASC',
    'searchCriteria%5Bpage_size%5D=5',
  ]);
});

test('an index beyond the ninth is refused, as servers would sort it differently', () => {
  const filters = Array.from({ length: 11 }, () => [{ field: 'sku', value: 'x' }]);
  expect(() => criteriaQuery({ filters })).toThrow('condition "in"');
});
