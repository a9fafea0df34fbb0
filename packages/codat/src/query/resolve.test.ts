import type { DocumentCondition } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { commerceSchemas } from '../schemas/commerce.js';
import { QueryError } from './parse.js';
import { resolveOrderBy, resolveQuery } from './resolve.js';

const shape = { schema: commerceSchemas['commerce-orders'] };

const compare = (
  path: readonly string[] | 'id' | 'modifiedAt',
  kind: 'text' | 'number' | 'date' | 'boolean',
  operator: Extract<DocumentCondition, { kind: 'compare' }>['operator'],
  value: string | number | boolean,
): DocumentCondition => ({ kind: 'compare', field: { path, kind }, operator, value });

describe('a query of orders', () => {
  test.each([
    ['id=1', compare('id', 'text', '=', '1')],
    ['ID=1', compare('id', 'text', '=', '1')],
    ['customerref.ID=61', compare(['customerRef', 'id'], 'text', '=', '61')],
    ['totalAmount>=1e2', compare(['totalAmount'], 'number', '>=', 100)],
    ['totalRefund<-0.5', compare(['totalRefund'], 'number', '<', -0.5)],
    ['metadata.isDeleted!=True', compare(['metadata', 'isDeleted'], 'boolean', '!=', true)],
    ['modifiedDate>2022-08-23', compare('modifiedAt', 'date', '>', '2022-08-23T00:00:00.000Z')],
    ['createdDate<2021-11-15T01:00:00', compare(['createdDate'], 'date', '<', '2021-11-15T01:00:00.000Z')],
    ['createdDate<2021-11-15T01:00:00-05:00', compare(['createdDate'], 'date', '<', '2021-11-15T06:00:00.000Z')],
    ['createdDate=2022-10-27T10:22:43.6464237Z', compare(['createdDate'], 'date', '=', '2022-10-27T10:22:43.646Z')],
    ['currency~au', compare(['currency'], 'text', '~', 'au')],
    ['id%3D61', compare('id', 'text', '=', '61')],
  ])('%s asks for a field in its kind', (text, condition) => {
    expect(resolveQuery(shape, text)).toEqual(condition);
  });

  test.each([
    ['isCompleted=true', 'Could not resolve property isCompleted on Dataset'],
    ['orderLineItems.unitPrice=700', 'Could not resolve property orderLineItems.unitPrice on Dataset'],
    ['orderLineItems=700', 'Could not resolve property orderLineItems on Dataset'],
    ['customerRef=700', 'Could not resolve property customerRef on Dataset'],
    ['cartograph.status=open', 'Could not resolve property cartograph.status on Dataset'],
    ['__proto__.x=1', 'Could not resolve property __proto__.x on Dataset'],
    ['totalAmount=many', 'totalAmount is a number, and "many" is none.'],
    ['totalAmount=0x10', 'totalAmount is a number, and "0x10" is none.'],
    ['modifiedDate>yesterday', 'modifiedDate is a date, and "yesterday" is none.'],
    ['modifiedDate>2022-13-45', 'modifiedDate is a date, and "2022-13-45" is none.'],
    ['metadata.isDeleted=maybe', 'metadata.isDeleted is a boolean, and "maybe" is none.'],
    ['currency>AUD', 'currency cannot be compared with >.'],
    ['totalAmount~5', 'totalAmount cannot be compared with ~.'],
    ['%zz', 'Malformed query.'],
    ['%E0%A4%A', 'Malformed query.'],
  ])('%s is refused', (text, reason) => {
    expect(() => resolveQuery(shape, text)).toThrow(new QueryError(`Error parsing query - ${reason}`));
  });

  test('asks for what stands in lists only where it may', () => {
    const text = 'orderlineitems.id=1';
    expect(resolveQuery({ ...shape, throughLists: true }, text)).toEqual(
      compare(['orderLineItems', 'id'], 'text', '=', '1'),
    );
  });

  test('without text asks for everything, in the order that is usual', () => {
    expect(resolveQuery(shape, ' ')).toBeNull();
    expect(resolveOrderBy(shape, '')).toBeNull();
  });

  test('is sorted by any field that can be asked for', () => {
    const field = { path: 'modifiedAt', kind: 'date' };
    expect(resolveOrderBy(shape, '-modifiedDate')).toEqual({ field, descending: true });
    expect(resolveOrderBy(shape, 'ModifiedDate')).toEqual({ field, descending: false });
    expect(() => resolveOrderBy(shape, '-nothing')).toThrow('Could not resolve property nothing');
  });
});
