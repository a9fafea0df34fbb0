import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Condition, longestQuery, operators, parseQuery, QueryError } from './parse.js';

const compare = (path: string, operator: (typeof operators)[number], value: string): Condition => ({
  kind: 'compare',
  path,
  operator,
  value,
});

describe('a query', () => {
  test.each([
    ['currency=GBP', compare('currency', '=', 'GBP')],
    [' status  !=  paid ', compare('status', '!=', 'paid')],
    ['customerRef.id=61', compare('customerRef.id', '=', '61')],
    ['metadata.isDeleted!=true', compare('metadata.isDeleted', '!=', 'true')],
    ['modifiedDate>=2022-08-23T00:00:00Z', compare('modifiedDate', '>=', '2022-08-23T00:00:00Z')],
    ['customerName~van der Berg', compare('customerName', '~', 'van der Berg')],
    ['note="a && b } \\"c\\""', compare('note', '=', 'a && b } "c"')],
  ])('%s compares', (text, condition) => {
    expect(parseQuery(text)).toEqual(condition);
  });

  it('binds && closer than ||, and braces closer than both', () => {
    const [a, b, c] = [compare('a', '=', '1'), compare('b', '=', '2'), compare('c', '=', '3')];
    expect(parseQuery('a=1||b=2&&c=3')).toEqual({ kind: 'or', terms: [a, { kind: 'and', terms: [b, c] }] });
    expect(parseQuery('{a=1 || b=2} && c=3')).toEqual({ kind: 'and', terms: [{ kind: 'or', terms: [a, b] }, c] });
    expect(parseQuery('a=1&&b=2&&c=3')).toEqual({ kind: 'and', terms: [a, b, c] });
  });

  it('of nothing is no condition', () => {
    expect(parseQuery('  ')).toBeNull();
  });

  test.each(['=1', 'a', 'a=', 'a=1&&', '{a=1', 'a=1}', '&&a=1', '{}', 'a=1 {b=2}', '1=1'])('%s is malformed', text => {
    expect(() => parseQuery(text)).toThrow('Error parsing query - Malformed query.');
  });

  it('that is too long is refused', () => {
    expect(() => parseQuery(`a=${'1'.repeat(longestQuery)}`)).toThrow(QueryError);
  });

  it('of any text gives a tree or a QueryError, and nothing else', () => {
    const alphabet = fc.constantFrom(...'ab.=!~<>&|{}" 1\\');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: alphabet })), text => {
        try {
          parseQuery(text);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
    );
  });

  it('that is written from a tree is read as that tree', () => {
    const leaf = fc.record({
      kind: fc.constant('compare' as const),
      path: fc.constantFrom('id', 'customerRef.id', 'totalAmount'),
      operator: fc.constantFrom(...operators),
      value: fc.string({ minLength: 1 }),
    });
    const write = (condition: Condition): string =>
      condition.kind === 'compare'
        ? `${condition.path}${condition.operator}"${condition.value.replace(/[\\"]/g, '\\$&')}"`
        : `{${condition.terms.map(write).join(condition.kind === 'and' ? ' && ' : ' || ')}}`;
    const { tree } = fc.letrec<{ tree: Condition; node: Condition }>(tie => ({
      tree: fc.oneof({ maxDepth: 3 }, leaf, tie('node')),
      node: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        terms: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      }),
    }));
    fc.assert(
      fc.property(tree, condition => {
        expect(parseQuery(write(condition))).toEqual(condition);
      }),
    );
  });
});
