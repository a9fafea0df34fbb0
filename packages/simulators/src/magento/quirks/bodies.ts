import type { Body } from '../bodies/body.js';
import type { OwnQuirk } from '../quirks.js';

/** What becomes of a body before it goes out; the same where nothing does. */
type Change = (body: Body, id: string, collection: string) => Body;

const times = ['created_at', 'updated_at'];
const zone = 'Australia/Sydney';
const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });

/** `2026-04-05 01:59:59` in UTC as `2026-04-05T12:59:59+11:00`. */
function inSydney(stamp: string): string {
  const at = new Date(`${stamp.replace(' ', 'T')}Z`);
  const name = offset.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${local.format(at).replace(' ', 'T')}${name.replace('GMT', '')}`;
}

const localTimes: Change = (body, id) => {
  if (Number(id) % 5 !== 0 || !times.some(name => typeof body[name] === 'string')) return body;
  const changed = times.flatMap(name => {
    const stamp = body[name];
    return typeof stamp === 'string' ? [[name, inSydney(stamp)] as const] : [];
  });
  return { ...body, ...Object.fromEntries(changed) };
};

const pricedRow = (row: unknown): unknown => {
  const { parent_item: parent } = row as { parent_item?: Body };
  return parent?.product_type === 'configurable'
    ? { ...(row as Body), price: parent.price, row_total: parent.row_total }
    : row;
};

const childPrices: Change = (body, _, collection) =>
  collection === 'orders' && Array.isArray(body.items) ? { ...body, items: body.items.map(pricedRow) } : body;

/** Every number as its text, those of seventeen digits too. */
export function asText(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner)]));
}

const changes: readonly (readonly [OwnQuirk, Change])[] = [
  ['daylight-saving', localTimes],
  ['child-priced', childPrices],
  ['numbers-as-text', body => asText(body) as Body],
];

/** The changes that are on, one after the other; `disturbed` is told of every body that is another after them. */
export function bodyChanges(has: (name: OwnQuirk) => boolean, disturbed: () => void): Change {
  const chosen = changes.filter(([name]) => has(name)).map(([, change]) => change);
  return (body, id, collection) => {
    const changed = chosen.reduce((before, change) => change(before, id, collection), body);
    if (changed !== body) disturbed();
    return changed;
  };
}
