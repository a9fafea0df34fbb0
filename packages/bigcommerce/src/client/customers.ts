import type { NativeCustomerAddress } from '../native/address.js';
import type { NativeCustomer } from '../native/customer.js';
import type { NativeNamed } from '../native/store.js';
import type { Api, Page } from './api.js';
import { readByIds } from './by-ids.js';
import { customerPages } from './customer-pages.js';
import { byPage, byShortPage, itemsOfPages, pageLimit } from './pages.js';

/** Dates in ISO 8601 with a zone. */
export interface CustomerFilter {
  readonly 'id:in'?: readonly number[];
  readonly 'email:in'?: readonly string[];
  readonly 'company:in'?: readonly string[];
  readonly 'customer_group_id:in'?: readonly number[];
  readonly 'date_created:min'?: string;
  readonly 'date_created:max'?: string;
  readonly 'date_modified:min'?: string;
  readonly 'date_modified:max'?: string;
  /** Addresses: only the first ten of a customer. */
  readonly include?: readonly ('addresses' | 'storecredit' | 'attributes' | 'formfields')[];
}

export interface CustomerQuery extends CustomerFilter {
  readonly sort?: `${'date_created' | 'date_modified' | 'last_name'}:${'asc' | 'desc'}`;
  readonly limit?: number;
  readonly page?: number;
  /** The cursor of an earlier page. */
  readonly after?: string;
}

export function createCustomers(api: Api) {
  const list = (query: CustomerQuery = {}): Promise<Page<NativeCustomer>> => api.page('/v3/customers', { ...query });

  const pages = (query: CustomerFilter = {}, resume: string | null = null) => customerPages(list, query, resume);

  const addresses = (customerIds: readonly number[], page = 1): Promise<Page<NativeCustomerAddress>> =>
    api.page('/v3/customers/addresses', { 'customer_id:in': customerIds, page, limit: pageLimit });

  return {
    list,
    /** By cursor. Whatever the sort: sorted otherwise than by id, customers who change meanwhile shift. */
    pages,
    iterate: (query: CustomerFilter = {}) => itemsOfPages(pages(query)),
    byIds: (ids: readonly number[], shape: Pick<CustomerFilter, 'include'> = {}) =>
      readByIds(ids, (part, page) => list({ ...shape, 'id:in': part, page, limit: pageLimit })),
    addresses: {
      list: addresses,
      iterate: (customerIds: readonly number[]) => itemsOfPages(byPage(page => addresses(customerIds, page))),
      /** Of these customers; customers of whom one cannot be served stand in `failed`. */
      ofCustomers: (ids: readonly number[]) => readByIds(ids, addresses),
    },
    groups: {
      iterate: () => byShortPage(page => api.list<NativeNamed>('/v2/customer_groups', { page, limit: pageLimit })),
    },
  };
}
