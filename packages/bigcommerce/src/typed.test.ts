import { expectTypeOf, test } from 'vitest';
import type { BigCommerceClient, Link, OrderCoupon, Page, Product } from './index.js';

type Client = BigCommerceClient;
type QueryOf<Method extends (...args: never[]) => unknown> = NonNullable<Parameters<Method>[0]>;

test('filters and inputs are typed, and take nothing else', () => {
  expectTypeOf<{ 'name:like': string; after: string }>().toExtend<QueryOf<Client['priceLists']['list']>>();
  expectTypeOf<{ foo: number }>().not.toExtend<QueryOf<Client['priceLists']['list']>>();
  expectTypeOf<{ foo: number }>().not.toExtend<QueryOf<Client['brands']['iterate']>>();
  expectTypeOf<{ 'id:in': readonly [1, 2]; include: readonly ['variants'] }>().toExtend<
    QueryOf<Client['products']['list']>
  >();
  expectTypeOf<{ include: readonly ['prices'] }>().not.toExtend<QueryOf<Client['products']['list']>>();
  expectTypeOf<{ hide_in_product_filtering: boolean }>().toExtend<QueryOf<Client['settings']['inventory']['update']>>();
  expectTypeOf<{ hide: boolean }>().not.toExtend<QueryOf<Client['settings']['inventory']['update']>>();
});

test('the ids of the records above stand first, by their names', () => {
  type Get = Client['products']['options']['values']['get'];
  expectTypeOf<Parameters<Get>>().toExtend<readonly [number | string, number | string, number | string, object?]>();
  expectTypeOf<[]>().not.toExtend<Parameters<Client['orders']['shipments']['list']>>();
});

test('records are typed, and links know what they lead to', () => {
  expectTypeOf<Awaited<ReturnType<Client['products']['list']>>>().toEqualTypeOf<Page<Product>>();
  expectTypeOf<Product['name']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Awaited<ReturnType<Client['follow']>>>().toEqualTypeOf<Page<unknown>>();
  const followed = (client: Client, link: Link<OrderCoupon>) => client.follow(link);
  expectTypeOf<Awaited<ReturnType<typeof followed>>>().toEqualTypeOf<Page<OrderCoupon>>();
});
