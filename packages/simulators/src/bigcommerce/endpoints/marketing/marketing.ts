import type { Route } from '../../../http.js';
import { parseDate, rfc2822 } from '../../dates.js';
import {
  choice,
  type Doc,
  type Fields,
  fixed,
  flag,
  needed,
  number,
  object,
  orNull,
  text,
  whole,
} from '../../records/fields.js';
import { idBounds, same, type V2Filter } from '../../records/filters.js';
import { v2Resource } from '../../records/v2-resource.js';
import { invalid } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { Api } from '../api.js';

const couponTypes = [
  'per_item_discount',
  'per_total_discount',
  'shipping_discount',
  'free_shipping',
  'percentage_discount',
  'promotion',
] as const;

const couponFields: Fields = {
  id: fixed(),
  num_uses: fixed(),
  date_created: fixed(),
  name: needed(text(100)),
  type: needed(choice(...couponTypes)),
  amount: needed(number(0)),
  code: needed(text(50)),
  applies_to: needed(object()),
  min_purchase: number(0),
  expires: text(),
  enabled: flag(true),
  max_uses: whole(0),
  max_uses_per_customer: whole(0),
  restricted_to: object({}),
  shipping_methods: orNull({ fault: value => (Array.isArray(value) ? null : 'must be a list') }),
};

const certificateFields: Fields = {
  id: fixed(),
  order_id: fixed(),
  to_name: needed(text()),
  to_email: needed(text()),
  from_name: needed(text()),
  from_email: needed(text()),
  amount: needed(number(0)),
  balance: number(0),
  purchase_date: text(),
  expiry_date: text(),
  customer_id: whole(0),
  template: choice('general.html', 'birthday.html', 'boy.html', 'girl.html', 'celebration.html', 'christmas.html'),
  message: text(250),
  code: text(255),
  status: choice('active', 'pending', 'expired', 'disabled'),
  currency_code: text(3),
};

const bannerFields: Fields = {
  id: fixed(),
  date_created: fixed(),
  name: needed(text()),
  content: needed(text()),
  page: needed(choice('home_page', 'category_page', 'brand_page', 'search_page')),
  location: needed(choice('top', 'bottom')),
  date_type: needed(choice('always', 'custom')),
  date_from: text(),
  date_to: text(),
  visible: { ...text(1), fallback: '1' },
  item_id: text(),
};

const otherThan =
  (field: string): V2Filter =>
  wanted =>
  row =>
    row[field] !== wanted;

const padded = (value: unknown): string => Number(value).toFixed(4);

/** Sent as text of a date or as seconds; kept as seconds, in text. */
const seconds = (value: unknown): string => {
  const text = String(value ?? '');
  if (text === '' || /^\d+$/.test(text)) return text || '0';
  const instant = parseDate(text);
  if (instant === undefined) throw invalid('v2', { expiry_date: `'${text}' is not a date.` });
  return String(instant / 1000);
};

export function marketingRoutes(base: string, api: Api): Route[] {
  const { coupons, giftCertificates, banners } = api.records;
  const now = () => toSecond(api.shop.clock.now());
  const code = (id: number) => `GC-${(id * 7919).toString(36).toUpperCase()}`;
  return [
    ...v2Resource(
      {
        path: `${base}/v2/coupons`,
        collection: 'coupons',
        fields: couponFields,
        rows: () => coupons,
        unique: ['code', 'name'],
        filters: {
          ...idBounds,
          id: same('id'),
          code: same('code'),
          name: same('name'),
          type: same('type'),
          exclude_type: otherThan('type'),
        },
        derive: (values: Doc, before) => ({
          ...(before ? {} : { num_uses: 0, date_created: rfc2822(now()) }),
          ...values,
          ...(values.amount === undefined ? {} : { amount: padded(values.amount) }),
          ...(values.min_purchase === undefined ? {} : { min_purchase: padded(values.min_purchase) }),
        }),
        only: ['list', 'count', 'create', 'update', 'delete', 'deleteAll'],
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${base}/v2/gift_certificates`,
        collection: 'giftCertificates',
        fields: certificateFields,
        rows: () => giftCertificates,
        unique: ['code'],
        filters: {
          ...idBounds,
          code: same('code'),
          order_id: same('order_id'),
          to_name: same('to_name'),
          to_email: same('to_email'),
          from_name: same('from_name'),
          from_email: same('from_email'),
        },
        derive: (values, before) => ({
          ...(before
            ? {}
            : {
                order_id: 0,
                purchase_date: String(now() / 1000),
                currency_code: 'AUD',
                balance: padded(values.amount),
              }),
          ...Object.fromEntries(Object.entries(values).filter(([, value]) => before || value !== '')),
          ...(values.amount === undefined ? {} : { amount: padded(values.amount) }),
          ...(values.balance ? { balance: padded(values.balance) } : before ? {} : { balance: padded(values.amount) }),
          ...(values.expiry_date === undefined ? {} : { expiry_date: seconds(values.expiry_date) }),
          ...(before || values.code ? {} : { code: code(giftCertificates.all.length + 1) }),
        }),
        only: ['list', 'get', 'create', 'update', 'delete', 'deleteAll'],
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${base}/v2/banners`,
        collection: 'banners',
        fields: bannerFields,
        rows: () => banners,
        filters: idBounds,
        derive: (values, before) => {
          if ((values.date_type ?? before?.date_type) === 'custom' && !(values.date_from ?? before?.date_from))
            throw invalid('v2', { date_from: 'A banner of its own dates needs date_from.' });
          return before ? values : { ...values, date_created: String(now() / 1000) };
        },
      },
      api,
    ),
  ];
}
