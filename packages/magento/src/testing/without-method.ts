/** What of the platform’s description (Adobe Commerce 2.4.9 with B2B) has no method of its own, and why. `client.request` makes each of these calls. */
export const withoutMethod: Readonly<Record<string, string>> = {
  '/V1/carts/…, /V2/carts/…, /V1/guest-carts/…, /V1/payments-…, /V1/search, /V1/products-render-info':
    'what a shopper’s browser does; carts are read by `carts`',
  '/V1/customers/me/…, /V1/carts/mine/…, /V1/…/mine/…': 'take the token of a customer, which this client does not have',
  '/V1/company…, /V1/negotiableQuote…, /V1/sharedCatalog…, /V1/purchase-order…, /V1/requisition_lists, /V1/team…':
    'Adobe Commerce with B2B alone',
  '/V1/giftCardAccounts, /V1/rewards/…, /V1/customers/{id}/balance/…, /V1/gift-wrappings, /V1/giftregistry/…':
    'Adobe Commerce alone; what they did to an order is in the order',
  '/V1/returns (writes)':
    'Adobe Commerce alone, and its steps are those of the shop’s own staff; returns are read by `returns`',
  '/V1/eventing/…, /V1/webhooks/…, /V1/adminuisdk/…, /V1/import/…':
    'Adobe Commerce’s own services, set up once and not by the clients of a shop',
  '/V1/tfa/…': 'sign-in with a second factor needs a person; an integration with OAuth 1.0a needs none',
  'POST /V1/invoices, /V1/creditmemo, /V1/creditmemo/refund, /V1/shipment, PUT /V1/orders/create':
    'store a row as it is given, without stock, totals or payment: `orders.invoice`, `orders.refund` and `orders.ship` do it whole',
  'POST /V1/categories/{id}/products, PUT /V1/products/{sku}/websites, POST /V1/customers/activate, /V1/eav/attribute-sets/…':
    'do the same as a call that has a method',
  'PUT /V1/configurable-products/variation':
    'makes products up without storing them; `products.createMany` stores them',
  '/V1/products/attributes/{code}/is-filterable/…': 'one field of `products.attributes.update`',
  '/V1/attributeMetadata/…/form/…, /custom, /attribute/{code}, /V1/categories/attributes/{code}/options':
    'parts of what `customers.attributes` and `categories.attributes` give whole',
  '/V1/products/links/{type}/attributes, /V1/products/media/types/{set}':
    'what the forms of the administration are made of',
  '/V1/inventory/get-distance…, get-latlng…, pickup-locations, dump-stock-index-data, are-product-salable-for-requested-qty':
    'what the checkout asks for; `inventory.salable` and `inventory.sourceSelection` tell a merchant',
  '/V1/integration/…, /V1/customers/{id}/token, /V1/customers/resetPassword, …/resetLinkToken/…':
    'tokens and passwords of customers; the client gets its own tokens itself',
};
