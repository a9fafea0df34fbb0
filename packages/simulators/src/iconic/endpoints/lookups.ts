import { json, type Route } from '../../http.js';
import { readQuery } from '../query.js';
import { statusOf } from '../shop/order.js';
import { paymentMethodNames } from '../shop/payment-methods.js';
import { defaultProvider, providers } from '../shop/providers.js';
import { reasons } from '../shop/reasons.js';
import type { World } from '../world.js';

function counters({ shop }: World) {
  const units = shop.orders.flatMap(order =>
    order.items.map(item => ({ speed: order.shippingSpeed, status: statusOf(item) })),
  );
  const count = (status: string, speed?: string) =>
    units.filter(unit => unit.status === status && (speed === undefined || unit.speed === speed)).length;
  return {
    pending: {
      pending: count('pending'),
      notPrintedPendingCount: count('pending'),
      pendingExpressCount: count('pending', 'express'),
      pendingEconomyCount: 0,
      pendingStandardCount: count('pending', 'standard'),
      pendingSamedayCount: 0,
      pendingAirCount: 0,
      pendingSurfaceCount: 0,
    },
    readyToShipCount: count('ready_to_ship'),
    paymentPendingCount: count('payment_pending'),
    notPrintedReadyToShipCount: count('ready_to_ship'),
    shippedCount: count('shipped'),
  };
}

export function lookupRoutes(world: World): Route[] {
  return [
    [
      'GET /v2/payment-methods',
      () =>
        json(
          [...paymentMethodNames].map(([name, displayName]) =>
            world.serve('paymentMethods', name, { name, displayName }),
          ),
        ),
    ],
    [
      'GET /v2/orders-failure-reasons',
      () => json(reasons.map(({ id, type, name, outOfStock }) => ({ id, type, name, description: name, outOfStock }))),
    ],
    [
      'GET /v2/orders-shipment-providers',
      ({ query }) => {
        const read = readQuery(query);
        const status = read.flag('status');
        read.check();
        const matches = providers.filter(provider => status === undefined || provider.active === status);
        return json(
          matches.map(({ id, uuid, name, active, url }) => ({
            id,
            uuid,
            name,
            default: id === defaultProvider.id,
            apiIntegrationAvailable: false,
            status: active,
            cashOnDelivery: false,
            url,
          })),
        );
      },
    ],
    ['GET /v2/orders-counters', () => json(counters(world))],
    ['GET /v2/order-item-tags', () => json([])],
    ['GET /v2/order-item-tags/assigned', () => json([])],
    ['GET /v2/health', () => json('ok')],
  ];
}
