import { type BatchResult, checkInput } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';
import { z } from 'zod';
import {
  type CouponChanges,
  type CouponInput,
  type CouponsToGenerate,
  couponChanges,
  couponInput,
  couponsToGenerate,
  type SalesRuleChanges,
  type SalesRuleInput,
  salesRuleChanges,
  salesRuleInput,
} from '../input/promotion.js';
import { couponSchema, salesRuleSchema } from '../native/promotion.js';
import type { Api, MagentoCall } from './api.js';
import { inArrays } from './arrays.js';
import { type Crud, createCrud } from './crud.js';
import type { ItemOf, Lists } from './lists.js';

type Id = string | number;
type SalesRule = ItemOf<'salesRules'>;

/** Cart price rules. */
export type SalesRules = Lists['salesRules'] & Crud<SalesRule, SalesRuleInput, SalesRuleChanges>;

export interface CouponActions extends Crud<ItemOf<'coupons'>, CouponInput, CouponChanges> {
  byCode(code: string, call?: MagentoCall): Promise<ItemOf<'coupons'> | null>;
  /** Their codes. */
  generate(specification: CouponsToGenerate, call?: MagentoCall): Promise<string[]>;
  /** Those that the shop could not delete, or does not have, are told as failed. */
  deleteMany(ids: readonly Id[], call?: MagentoCall): Promise<BatchResult<Id>>;
  deleteCodes(codes: readonly string[], call?: MagentoCall): Promise<BatchResult<string>>;
}

export function createSalesRules(api: Api, { salesRules }: Lists): SalesRules {
  const crud = createCrud(api, {
    name: 'salesRules',
    path: 'V1/salesRules',
    wrap: 'rule',
    idField: 'rule_id',
    schema: salesRuleSchema,
    input: salesRuleInput,
    changes: salesRuleChanges,
    // The shop takes a rule whole.
    get: salesRules.get,
    whole: ['times_used'],
  });
  return { ...salesRules, ...crud };
}

const massDeleteSchema = z.object({
  failed_items: z.array(z.union([z.string(), z.number()])).nullish(),
  missing_items: z.array(z.union([z.string(), z.number()])).nullish(),
});

export function createCoupons(api: Api, { coupons }: Lists): Lists['coupons'] & CouponActions {
  const deleting =
    <Key extends Id>(by: 'Ids' | 'Codes') =>
    (keys: readonly Key[], call?: MagentoCall): Promise<BatchResult<Key>> =>
      inArrays<Key, Key>(api, keys, async batch => {
        const sent = by === 'Ids' ? { ids: batch.map(Number) } : { codes: batch };
        const json = { ...sent, ignoreInvalidCoupons: true };
        const path = `V1/coupons/deleteBy${by}`;
        const answer = await api.request(
          'POST',
          path,
          { json, schema: massDeleteSchema },
          { idempotent: true, ...call },
        );
        const told = (items: readonly Id[] | null | undefined) => new Set((items ?? []).map(String));
        const [failed, missing] = [told(answer.failed_items), told(answer.missing_items)];
        return batch.map(key => {
          if (failed.has(String(key))) return refused(`the shop could not delete coupon ${key}`);
          return missing.has(String(key)) ? refused(`the shop has no coupon ${key}`) : key;
        });
      });
  return {
    ...coupons,
    ...createCrud(api, {
      name: 'coupons',
      path: 'V1/coupons',
      wrap: 'coupon',
      idField: 'coupon_id',
      schema: couponSchema,
      input: couponInput,
      changes: couponChanges,
      get: coupons.get,
      whole: ['times_used', 'created_at'],
    }),
    byCode: (code, call) => coupons.search().where('code', 'eq', code).first(call),
    generate: async (given, call) => {
      const couponSpec = checkInput('coupons.generate', couponsToGenerate, given);
      return api.request('POST', 'V1/coupons/generate', { json: { couponSpec }, schema: z.array(z.string()) }, call);
    },
    deleteMany: deleting<Id>('Ids'),
    deleteCodes: deleting<string>('Codes'),
  };
}

const refused = (message: string) => new RequestError(`Magento: ${message}`, { connector: 'Magento', status: 200 });
