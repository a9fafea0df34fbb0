import type { Route } from '../../http.js';
import { graphqlRoutes } from '../graphql/routes.js';
import type { Api } from './api.js';
import { assignmentRoutes } from './assignments.js';
import { brandResource, brandRoutes } from './brands.js';
import { categoryResource, categoryRoutes } from './categories.js';
import { channelPartRoutes } from './channel-parts.js';
import { channelRoutes } from './channels.js';
import { contentRoutes } from './content.js';
import { currencyRoutes } from './currencies.js';
import { customerAttributeRoutes } from './customer-attributes.js';
import { customerExtraRoutes } from './customer-extras.js';
import { customerGroupRoutes } from './customer-groups.js';
import { createCustomerWriter } from './customer-writer.js';
import { customerWriteRoutes } from './customer-writes.js';
import { customerRoutes } from './customers.js';
import { customerV2Routes } from './customers-v2.js';
import { geographyRoutes } from './geography.js';
import { hookRoutes } from './hooks.js';
import { inventoryRoutes } from './inventory.js';
import { legacyCatalogRoutes } from './legacy-catalog.js';
import { legacyProductRoutes } from './legacy-products.js';
import { locationWriteRoutes, pickupMethodRoutes } from './location-writes.js';
import { marketingRoutes } from './marketing.js';
import { metafieldRoutes } from './metafields.js';
import { orderDetailRoutes } from './order-details.js';
import { orderWriteRoutes } from './order-writes.js';
import { orderRoutes } from './orders.js';
import { paymentRoutes } from './payments.js';
import { pickupRoutes } from './pickups.js';
import { priceListRoutes } from './price-lists.js';
import { productNoteRoutes } from './product-notes.js';
import { productPartRoutes } from './product-parts.js';
import { createProductWriter } from './product-writer.js';
import { productWriteRoutes } from './product-writes.js';
import { productRoutes } from './products.js';
import { redirectRoutes } from './redirects.js';
import { refundWriteRoutes } from './refund-writes.js';
import { settingRoutes } from './settings.js';
import { shipmentWriteRoutes } from './shipment-writes.js';
import { shippingRoutes } from './shipping.js';
import { stockWriteRoutes } from './stock-writes.js';
import { storeRoutes } from './store.js';
import { storefrontSettingRoutes } from './storefront-settings.js';
import { taxRoutes } from './tax.js';
import { treeRoutes } from './trees.js';
import { uploadRoutes } from './uploads.js';
import { variantWriteRoutes } from './variant-writes.js';
import { variantRoutes } from './variants.js';

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
