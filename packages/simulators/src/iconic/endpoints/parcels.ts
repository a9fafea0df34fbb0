import { empty, json, type Route } from '../../http.js';
import { looseItemBody } from '../bodies/order.js';
import { readBody } from '../body.js';
import { readForm } from '../form.js';
import { found } from '../problems.js';
import { hasPackage, togetherWith, type Unit } from '../shop/dispatch.js';
import { itemById, statusOf } from '../shop/order.js';
import type { World } from '../world.js';
import { checkStatus, refuseEach, unitsNamed } from './named-units.js';
import { amend, checkTrackingCode, readProvider } from './packing.js';

/** What may still be changed about a parcel that is ready to ship; a change is for all units in it. */
export function parcelRoutes(world: World): Route[] {
  let documents = 0;
  const documentsByPackage = new Map<number, number[]>();

  const readyUnit = (id: string | undefined): Unit => {
    const unit = found(itemById(world.shop.orders, Number(id)));
    checkStatus([unit], ['ready_to_ship'], 'ready_to_ship');
    return unit;
  };
  const setTrackingCode = (unit: Unit, code: string) => {
    if (unit.item.dispatch?.trackingCode !== code) checkTrackingCode(world, code);
    world.shop.trackingCodes.add(code);
    amend(togetherWith(unit), { trackingCode: code });
  };
  const changed = (unit: Unit) => {
    const at = world.act();
    for (const item of togetherWith(unit)) item.updatedAt = at;
    unit.order.updatedAt = at;
  };

  return [
    [
      'POST /v2/order-item/:id/tracking-code',
      async ({ request, params }) => {
        const unit = readyUnit(params.id);
        const body = await readBody(request, 400);
        const code = body.required('trackingCode', body.text('trackingCode'), '');
        body.check();
        setTrackingCode(unit, code);
        changed(unit);
        return empty(200);
      },
    ],
    [
      'POST /v2/order-item/:id/shipping-provider',
      async ({ request, params }) => {
        const unit = readyUnit(params.id);
        const body = await readBody(request, 400);
        const provider = readProvider(body);
        body.required('shippingProvider', body.text('shippingProvider'), '');
        const code = body.text('trackingCode');
        body.check();
        if (code !== undefined) setTrackingCode(unit, code);
        if (provider) amend(togetherWith(unit), { provider });
        changed(unit);
        return json(looseItemBody(world, unit.order, unit.item, false));
      },
    ],
    [
      // Those that cannot be picked up are told beside those that will be; only when none can be, all is refused.
      'POST /v2/order-pickup-requests',
      async ({ request }) => {
        const body = await readBody(request, 400);
        const ids = body.required('orderItemIds', body.integers('orderItemIds'), []);
        body.check();
        const units = unitsNamed(world, ids);
        const isReady = ({ item }: Unit) => statusOf(item) === 'ready_to_ship' && !item.dispatch?.pickupRequested;
        const words = ({ item }: Unit) => `Order item ${item.id} cannot be picked up`;
        const [ready, others] = [units.filter(isReady), units.filter(unit => !isReady(unit))];
        if (ready.length === 0) refuseEach(others, words);
        world.act();
        for (const { item } of ready) amend([item], { pickupRequested: true });
        return json({ orderItemIds: ready.map(({ item }) => item.id), errors: others.map(words) }, 201);
      },
    ],
    [
      'POST /v2/order/document/package/:id',
      async ({ request, params }) => {
        const packageId = Number(params.id);
        found(hasPackage(world.shop, packageId) ? packageId : undefined);
        const form = await readForm(request, 400);
        if (!form.text('documentType')) form.refuse('documentType', 'This value should not be blank.');
        await form.file('documentFile');
        form.check();
        documents += 1;
        documentsByPackage.set(packageId, [...(documentsByPackage.get(packageId) ?? []), documents]);
        return json({ id: documents });
      },
    ],
    [
      'DELETE /v2/order/document/package/:id',
      ({ params }) => {
        found(documentsByPackage.get(Number(params.id)));
        documentsByPackage.delete(Number(params.id));
        return empty();
      },
    ],
  ];
}
