import { currency, flag, id, mayBePoisoned, text } from '@cartograph/connector-kit';
import { collect } from './client/among.js';
import type { MagentoClient } from './client.js';
import { optional } from './errors.js';
import { mainStore } from './mapping/main-store.js';
import { methodTitle } from './mapping/payment.js';
import { nativeOrderSchema } from './native/order.js';
import type { MagentoShop } from './shop.js';

/** Signs in by reading the stores, then the small lists that the translation needs; those that are not shown stay empty. */
export async function readShop(client: MagentoClient): Promise<MagentoShop> {
  const storeConfigs = await client.store.configs();
  const [websites, views, groups, attributes, sources, titles] = await Promise.all([
    client.store.websites(),
    client.store.views(),
    optional(collect(client.customerGroups.iterate())),
    optional(collect(client.products.attributes.iterate(selectAttributes))),
    optional(collect(client.inventory.sources.iterate())),
    readMethodTitles(client),
  ]);
  const { website, config } = mainStore({ websites, storeConfigs });
  const baseCurrency = (websiteId: string) =>
    currency(storeConfigs.find(store => id(store.website_id) === websiteId)?.base_currency_code);
  return {
    name: text(website.name),
    currency: currency(config?.base_currency_code),
    timeZone: text(config?.timezone),
    websites: byId(
      websites,
      site => id(site.id),
      site => ({ name: text(site.name), currency: baseCurrency(id(site.id)) }),
    ),
    storeViews: byId(
      views,
      view => id(view.id),
      view => ({ name: text(view.name) }),
    ),
    mainStoreView: text(config?.id),
    customerGroups: byId(
      groups,
      group => id(group.id),
      group => ({ name: text(group.code) }),
    ),
    attributes: byId(
      attributes,
      attribute => id(attribute.attribute_id),
      attribute => ({
        code: id(attribute.attribute_code),
        label: text(attribute.default_frontend_label),
        options: optionLabels(attribute.options ?? []),
      }),
    ),
    sources: byId(
      sources,
      source => id(source.source_code),
      source => ({ name: text(source.name), enabled: flag(source.enabled) ?? true }),
    ),
    mediaUrl: text(config?.secure_base_media_url),
    weightUnit: text(config?.weight_unit),
    paymentMethods: titles,
  };
}

const latestOrders = {
  sort: [{ field: 'entity_id', direction: 'DESC' }],
  pageSize: 50,
  fields: 'items[payment[method],extension_attributes[payment_additional_info[key,value]]],total_count',
} as const;

/** What methods are called now: an order that is read again has the title of its day. Empty where an order cannot be served. */
async function readMethodTitles(client: MagentoClient): Promise<Record<string, string>> {
  const page = await optional(client.orders.list(latestOrders)).catch(error => {
    if (mayBePoisoned(error)) return null;
    throw error;
  });
  const orders = (page?.items ?? []).map(order => nativeOrderSchema.safeParse(order).data);
  return Object.fromEntries(
    orders.toReversed().flatMap(order => {
      const [code, title] = [text(order?.payment?.method), order && methodTitle(order)];
      return code && title ? [[code, title]] : [];
    }),
  );
}

const selectAttributes = {
  filters: [[{ field: 'frontend_input', condition: 'in', value: 'select,swatch_visual,swatch_text' }]],
  fields: 'items[attribute_id,attribute_code,default_frontend_label,options[label,value]],total_count',
} as const;

const byId = <Item, Entry>(
  items: readonly Item[] | null,
  key: (item: Item) => string,
  entry: (item: Item) => Entry,
): Record<string, Entry> => Object.fromEntries((items ?? []).map(item => [key(item), entry(item)]));

/** The first option is a blank one. */
const optionLabels = (
  options: readonly { readonly label?: unknown; readonly value?: unknown }[],
): Record<string, string> =>
  Object.fromEntries(
    options.flatMap(({ label, value }) => {
      const [name, key] = [text(label), text(value)];
      return name === null || key === null ? [] : [[key, name]];
    }),
  );
