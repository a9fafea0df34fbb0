import type { StoredRecord } from '@cartograph/core';
import { changeDates, metadata } from './dates.js';
import { beyond, known } from './shape.js';

export const toCodatProductCategory = (category: StoredRecord<'productCategories'>) =>
  known({
    id: category.id,
    name: category.name,
    // What Codat sends has names, and what strict clients demand is a type.
    ancestorRefs: category.ancestors.map(({ id, name }) => known({ id, name, type: 'productCategory' })),
    hasChildren: category.hasChildren,
    ...changeDates(category),
    metadata: metadata(category),
    cartograph: beyond(category, ['status']),
  });
