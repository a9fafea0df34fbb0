import { checkInput } from '@cartograph/connector-kit';
import {
  type TaxClassInput,
  type TaxRateChanges,
  type TaxRateInput,
  type TaxRuleChanges,
  type TaxRuleInput,
  taxClassInput,
  taxRateChanges,
  taxRateInput,
  taxRuleChanges,
  taxRuleInput,
} from '../input/tax.js';
import { taxRateRecordSchema, taxRuleRecordSchema } from '../native/tax.js';
import { type Api, act, at, type MagentoCall, made } from './api.js';
import { type Crud, createCrud } from './crud.js';
import type { ItemOf, Lists } from './lists.js';

type Id = string | number;

export interface Taxes {
  readonly taxRates: Lists['taxRates'] & Crud<ItemOf<'taxRates'>, TaxRateInput, TaxRateChanges>;
  readonly taxRules: Lists['taxRules'] & Crud<ItemOf<'taxRules'>, TaxRuleInput, TaxRuleChanges>;
  /** Which goods and which customers the rules are about. */
  readonly taxClasses: Lists['taxClasses'] & {
    /** Its id. */
    create(taxClass: TaxClassInput, call?: MagentoCall): Promise<Id>;
    update(id: Id, taxClass: TaxClassInput, call?: MagentoCall): Promise<Id>;
    delete(id: Id, call?: MagentoCall): Promise<boolean>;
  };
}

/** Rates and rules are taken whole, with their ids in the body alone. */
export function createTaxes(api: Api, { taxRates, taxRules, taxClasses }: Lists): Taxes {
  const rates = createCrud(api, {
    name: 'taxRates',
    path: 'V1/taxRates',
    wrap: 'taxRate',
    idField: 'id',
    idIn: 'body',
    schema: taxRateRecordSchema,
    input: taxRateInput,
    changes: taxRateChanges,
    get: taxRates.get,
    whole: ['region_name'],
  });
  const rules = createCrud(api, {
    name: 'taxRules',
    path: 'V1/taxRules',
    wrap: 'rule',
    idField: 'id',
    idIn: 'body',
    schema: taxRuleRecordSchema,
    input: taxRuleInput,
    changes: taxRuleChanges,
    get: taxRules.get,
    whole: [],
  });
  return {
    taxRates: { ...taxRates, ...rates },
    taxRules: { ...taxRules, ...rules },
    taxClasses: {
      ...taxClasses,
      create: async (given, call) =>
        made(api, 'POST', 'V1/taxClasses', { taxClass: checkInput('taxClasses.create', taxClassInput, given) }, call),
      update: async (id, given, call) => {
        const taxClass = { class_id: Number(id), ...checkInput('taxClasses.update', taxClassInput, given) };
        return made(api, 'PUT', at`V1/taxClasses/${id}`, { taxClass }, call);
      },
      delete: (id, call) => act(api, 'DELETE', at`V1/taxClasses/${id}`, undefined, call),
    },
  };
}
