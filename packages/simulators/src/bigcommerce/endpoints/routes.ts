import type { Route } from '../../http.js';
import { graphqlRoutes } from '../graphql/routes.js';
import type { Api } from './api.js';
import { assignmentRoutes } from './catalog/assignments.js';
import { brandResource, brandRoutes } from './catalog/brands.js';
import { categoryResource, categoryRoutes } from './catalog/categories.js';
import { productNoteRoutes } from './catalog/product-notes.js';
import { productPartRoutes } from './catalog/product-parts.js';
import { createProductWriter } from './catalog/product-writer.js';
import { productWriteRoutes } from './catalog/product-writes.js';
import { productRoutes } from './catalog/products.js';
import { treeRoutes } from './catalog/trees.js';
import { uploadRoutes } from './catalog/uploads.js';
import { variantWriteRoutes } from './catalog/variant-writes.js';
import { variantRoutes } from './catalog/variants.js';
import { customerAttributeRoutes } from './customers/customer-attributes.js';
import { customerExtraRoutes } from './customers/customer-extras.js';
import { customerGroupRoutes } from './customers/customer-groups.js';
import { createCustomerWriter } from './customers/customer-writer.js';
import { customerWriteRoutes } from './customers/customer-writes.js';
import { customerRoutes } from './customers/customers.js';
import { customerV2Routes } from './customers/customers-v2.js';
import { inventoryRoutes } from './inventory/inventory.js';
import { locationWriteRoutes, pickupMethodRoutes } from './inventory/location-writes.js';
import { stockWriteRoutes } from './inventory/stock-writes.js';
import { legacyCatalogRoutes } from './legacy/legacy-catalog.js';
import { legacyProductRoutes } from './legacy/legacy-products.js';
import { contentRoutes } from './marketing/content.js';
import { marketingRoutes } from './marketing/marketing.js';
import { priceListRoutes } from './marketing/price-lists.js';
import { redirectRoutes } from './marketing/redirects.js';
import { metafieldRoutes } from './metafields.js';
import { orderDetailRoutes } from './orders/order-details.js';
import { orderWriteRoutes } from './orders/order-writes.js';
import { orderRoutes } from './orders/orders.js';
import { paymentRoutes } from './orders/payments.js';
import { pickupRoutes } from './orders/pickups.js';
import { refundWriteRoutes } from './orders/refund-writes.js';
import { shipmentWriteRoutes } from './orders/shipment-writes.js';
import { channelPartRoutes } from './store/channel-parts.js';
import { channelRoutes } from './store/channels.js';
import { currencyRoutes } from './store/currencies.js';
import { geographyRoutes } from './store/geography.js';
import { hookRoutes } from './store/hooks.js';
import { settingRoutes } from './store/settings.js';
import { shippingRoutes } from './store/shipping.js';
import { storeRoutes } from './store/store.js';
import { storefrontSettingRoutes } from './store/storefront-settings.js';
import { taxRoutes } from './store/tax.js';

/** Every endpoint of a store. Paths that name something come before such as have an id in its place. */
export function allRoutes(base: string, api: Api): Route[] {
  const productWriter = createProductWriter(api);
  const customerWriter = createCustomerWriter(api);
  return [
    ...storeRoutes(base, api),
    ...graphqlRoutes(base, api),
    ...hookRoutes(base, api),
    ...settingRoutes(base, api),
    ...storefrontSettingRoutes(base, api),
    ...productNoteRoutes(base, api),
    ...geographyRoutes(base, api),
    ...contentRoutes(base, api),
    ...redirectRoutes(base, api),
    ...marketingRoutes(base, api),
    ...currencyRoutes(base, api),
    ...shippingRoutes(base, api),
    ...orderRoutes(base, api),
    ...pickupRoutes(base, api),
    ...metafieldRoutes(base, api),
    ...orderDetailRoutes(base, api),
    ...orderWriteRoutes(base, api),
    ...shipmentWriteRoutes(base, api),
    ...paymentRoutes(base, api),
    ...refundWriteRoutes(base, api),
    ...assignmentRoutes(base, api, productWriter),
    ...productRoutes(base, api),
    ...productWriteRoutes(base, api, productWriter),
    ...uploadRoutes(base, api, productWriter),
    ...productPartRoutes(base, api, productWriter),
    ...variantRoutes(base, api),
    ...variantWriteRoutes(base, api),
    ...brandRoutes(base, api),
    ...legacyCatalogRoutes(base, api),
    ...legacyProductRoutes(base, api, productWriter, {
      brand: brandResource(base, api),
      category: categoryResource(base, api),
    }),
    ...categoryRoutes(base, api),
    ...treeRoutes(base, api),
    ...customerRoutes(base, api),
    ...customerExtraRoutes(base, api),
    ...customerWriteRoutes(base, api, customerWriter),
    ...customerAttributeRoutes(base, api, customerWriter),
    ...customerV2Routes(base, api, customerWriter),
    ...customerGroupRoutes(base, api),
    ...channelPartRoutes(base, api),
    ...channelRoutes(base, api),
    ...priceListRoutes(base, api),
    ...inventoryRoutes(base, api),
    ...stockWriteRoutes(base, api),
    ...locationWriteRoutes(base, api),
    ...pickupMethodRoutes(base, api),
    ...taxRoutes(base, api),
  ];
}
