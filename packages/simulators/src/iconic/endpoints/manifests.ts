import { json, type Route } from '../../http.js';
import { type Body, readBody } from '../body.js';
import { localText } from '../dates.js';
import { groupBy } from '../grouping.js';
import { csv } from '../jobs.js';
import { openPage, sorted } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import { carrierOf, packageIdOf, type Unit } from '../shop/dispatch.js';
import { enter } from '../shop/enter.js';
import { type Manifest, manifestStatuses } from '../shop/manifest.js';
import { itemById, statusOf } from '../shop/order.js';
import type { World } from '../world.js';
import { startedBody } from './exports.js';
import { checkStatus, refuseUnits, unitsNamed } from './named-units.js';
import { amend } from './packing.js';

const unitsOf = (world: World, { items }: Manifest): Unit[] =>
  items.flatMap(({ id }) => itemById(world.shop.orders, id) ?? []);

const trackingCode = ({ id }: Manifest): string => `MAN${id}AU`;

const sharedBody = (manifest: Manifest) => ({
  manifestId: manifest.id,
  manifestCode: manifest.code,
  trackingCode: trackingCode(manifest),
  type: 'forward',
  orderItems: manifest.items.map(({ id }) => ({ orderItemId: id, returnReason: '' })),
  status: manifest.status,
  createdAt: localText(manifest.createdAt),
});

function manifestBody(world: World, manifest: Manifest) {
  const units = unitsOf(world, manifest);
  const open = manifest.status !== 'forward_shipped';
  return {
    ...sharedBody(manifest),
    shipmentProvider: units[0] ? carrierOf(units[0]).name : '',
    actions: open ? ['print_manifest', 'status_set_to_shipped'] : ['print_manifest'],
    packagesCount: new Set(units.map(packageIdOf)).size,
  };
}

function detailBody(world: World, manifest: Manifest) {
  const [unit] = unitsOf(world, manifest);
  return { ...sharedBody(manifest), shipmentProviderId: unit ? carrierOf(unit).id : null, sellerId: seller.id };
}

const fileOf = (manifests: readonly Manifest[]): string =>
  csv(
    ['ManifestCode', 'Status', 'OrderItemId'],
    manifests.flatMap(({ code, status, items }) => items.map(({ id }) => [code, status, id])),
  );

export function manifestRoutes(world: World): Route[] {
  const { manifests } = world;
  const readIds = (body: Body) => body.required('manifestIds', body.integers('manifestIds'), []);
  const named = (ids: readonly number[]) => ids.map(id => found(manifests.find(manifest => manifest.id === id)));
  return [
    [
      'GET /v2/manifest',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 100 });
        const type = read.choice('type', ['forward', 'return']);
        const codes = read.texts('manifestCodes');
        const itemIds = read.integers('orderItemIds');
        const numbers = read.texts('orderNumbers');
        const status = read.choice('status', manifestStatuses);
        const [from, to] = [read.instant('dateStart', 'start'), read.instant('dateEnd', 'end')];
        const sort = read.choice('sort', ['createdAt', 'manifestCode']) ?? 'createdAt';
        const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'asc';
        read.check();
        const matches = manifests.filter(
          manifest =>
            type !== 'return' &&
            (codes?.includes(manifest.code) ?? true) &&
            (itemIds?.some(id => manifest.items.some(item => item.id === id)) ?? true) &&
            (numbers === undefined || unitsOf(world, manifest).some(({ order }) => numbers.includes(order.number))) &&
            (status === undefined || manifest.status === status) &&
            manifest.createdAt >= (from ?? 0) &&
            manifest.createdAt <= (to ?? Number.POSITIVE_INFINITY),
        );
        const key = (manifest: Manifest) => (sort === 'createdAt' ? manifest.createdAt : manifest.code);
        return openPage(
          sorted(matches, key, ({ id }) => id, direction),
          page,
          manifest => manifestBody(world, manifest),
        );
      },
    ],
    [
      'POST /v2/manifest',
      async ({ request }) => {
        const body = await readBody(request);
        const ids = body.required('orderItemIds', body.integers('orderItemIds'), []);
        body.check();
        const units = unitsNamed(world, ids);
        checkStatus(units, ['ready_to_ship'], 'manifested');
        if (units.some(({ item }) => item.dispatch?.manifestStatus !== undefined)) {
          refuseUnits('E028', 'Some order items are in a manifest already');
        }
        const id = 6001 + manifests.length;
        const items = units.map(({ item }) => item);
        const status = 'forward_ready_to_ship' as const;
        const manifest: Manifest = { id, code: `MF${seller.id}-${id}`, items, createdAt: world.act(), status };
        manifests.push(manifest);
        amend(items, { manifestStatus: status });
        return json(detailBody(world, manifest), 201);
      },
    ],
    [
      // All units of the manifests are shipped with it.
      'POST /v2/manifest/shipped',
      async ({ request }) => {
        const body = await readBody(request);
        const ids = readIds(body);
        body.check();
        const shipped = named(ids);
        if (shipped.some(({ status }) => status === 'forward_shipped')) {
          refuseUnits('E028', 'Some manifests are shipped already');
        }
        const at = world.act();
        for (const manifest of shipped) {
          manifest.status = 'forward_shipped';
          amend(manifest.items, { manifestStatus: manifest.status });
          const waiting = unitsOf(world, manifest).filter(({ item }) => statusOf(item) === 'ready_to_ship');
          for (const [order, own] of groupBy(waiting, unit => unit.order)) {
            const items = own.map(({ item }) => item);
            enter(world.shop, order, items, 'shipped', at, 'seller');
          }
        }
        return json(shipped.map(manifest => detailBody(world, manifest)));
      },
    ],
    ['GET /v2/manifest/:id', ({ params }) => json(named([Number(params.id)]).map(one => manifestBody(world, one))[0])],
    [
      // No documentation tells the keys of this answer.
      'GET /v2/document/manifest',
      ({ query }) => {
        const manifest = found(manifests.find(({ code }) => code === query.get('manifestCode')));
        const file = Buffer.from(fileOf([manifest])).toString('base64');
        return json({ manifestCode: manifest.code, mimeType: 'text/csv', file });
      },
    ],
    [
      'POST /v2/exports/manifest',
      async ({ request }) => {
        const body = await readBody(request);
        const ids = readIds(body);
        body.check();
        const chosen = named(ids);
        return json(startedBody(world.jobs.start('manifests', 'csv', () => fileOf(chosen))), 201);
      },
    ],
    [
      'POST /v2/exports/order-manifests',
      async ({ request }) => {
        const body = await readBody(request, 400);
        const [ids, codes] = [body.integers('manifestIds'), body.texts('manifestCodes')];
        const itemIds = body.integers('orderItemIds');
        body.check();
        const content = () =>
          fileOf(
            manifests.filter(
              ({ id, code, items }) =>
                (ids?.includes(id) ?? true) &&
                (codes?.includes(code) ?? true) &&
                (itemIds === undefined || items.some(item => itemIds.includes(item.id))),
            ),
          );
        return json({ fileUuid: world.jobs.start('order_manifests', 'csv', content).uuid });
      },
    ],
  ];
}
