import { isLoose, type RequestOptions } from '@cartograph/connector-kit';
import { InputError } from '@cartograph/core';
import type { Link } from '../records/link.js';
import type { Api } from './api.js';
import { type Page, pageOf } from './page.js';
import { byPage, itemsOfPages, pageLimit } from './pages.js';

/** How links spell what the endpoints call otherwise. */
const spellings: Readonly<Record<string, string>> = {
  shippingaddresses: 'shipping_addresses',
  shippingquotes: 'shipping_quotes',
  optionsets: 'option_sets',
  customfields: 'custom_fields',
  discountrules: 'discount_rules',
};

/** Never the link's host: it may be another, where the token must not go. */
function pathOf({ resource, url }: Link): string {
  const place = resource ?? /\/v2(\/.*)$/.exec(url ?? '')?.[1] ?? '';
  const words = place
    .replace(/\.json$/, '')
    .split('/')
    .filter(word => word !== '');
  if (words.length > 0 && words.every(word => /^[\w-]+$/.test(word)))
    return `/v2/${words.map(word => spellings[word] ?? word).join('/')}`;
  throw new InputError('follow: give a link of a record, with its resource; nothing was sent', {
    connector: 'bigcommerce',
    field: 'resource',
  });
}

/** What a link of a V2 record leads to, when somebody wants it: a list, or one record as a list of one. */
export function createFollow(api: Api) {
  const follow = async <Item>(
    link: Link<Item>,
    query: { readonly page?: number; readonly limit?: number } = {},
    call?: RequestOptions,
  ): Promise<Page<Item>> => {
    const path = pathOf(link);
    const body = await api.send('GET', path, { query }, call);
    return pageOf(isLoose(body) && 'id' in body ? [body] : body, path) as Page<Item>;
  };
  return {
    follow,
    /** All rows, page after page, as they are asked for. */
    followAll: <Item>(link: Link<Item>, call?: RequestOptions): AsyncGenerator<Item> =>
      itemsOfPages(byPage(page => follow(link, { page, limit: pageLimit }, call))),
  };
}
