import type { Price } from '../records/product.js';

/** A price with all of its sale, as it is sent. `status` stays as it is where it is left out, nothing else does. */
export interface SentPrice {
  readonly price: number;
  readonly salePrice: number | null;
  readonly saleStartDate: string | null;
  readonly saleEndDate: string | null;
  readonly status?: 'active' | 'inactive' | undefined;
}

type PriceFields = { readonly [Field in keyof SentPrice]?: SentPrice[Field] | undefined };
type Shown = Partial<Record<keyof SentPrice, unknown>>;

const amountOf = (value: unknown): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value);

/** Zero dates stand for none: `0000-00-00 00:00:00`, or what a shift of zones has made of it. */
const dateOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' && !/^\s*(-\d|0000)/.test(value) ? value : null;

/** What is shown with what is to change; null where neither has a price. */
export function mergedPrice(shown: Shown | undefined, { status, ...change }: PriceFields): SentPrice | null {
  const price = change.price ?? amountOf(shown?.price);
  if (price === null) return null;
  const given = <Value>(value: Value | undefined, known: Value): Value => (value === undefined ? known : value);
  return {
    price,
    salePrice: given(change.salePrice, amountOf(shown?.salePrice)),
    saleStartDate: given(change.saleStartDate, dateOf(shown?.saleStartDate)),
    saleEndDate: given(change.saleEndDate, dateOf(shown?.saleEndDate)),
    ...(status === undefined ? {} : { status }),
  };
}

/** A day and its first second are one, in whatever zone: only what can be compared surely counts as different. */
const isOtherDate = (sent: string | null, shown: unknown): boolean => {
  const found = dateOf(shown);
  if (sent === null || found === null) return sent !== found;
  const [left, right] = [Date.parse(sent), Date.parse(found)];
  const dayMs = 86_400_000;
  return Math.abs(left - right) >= dayMs;
};

/** Whether the platform shows what was sent. */
export const isTaken = (sent: SentPrice, shown: Price | undefined): boolean =>
  shown !== undefined &&
  amountOf(shown.price) === sent.price &&
  amountOf(shown.salePrice) === sent.salePrice &&
  !isOtherDate(sent.saleStartDate, shown.saleStartDate) &&
  !isOtherDate(sent.saleEndDate, shown.saleEndDate) &&
  (sent.status === undefined || shown.status === sent.status);
