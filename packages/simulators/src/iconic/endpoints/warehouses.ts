import { json, type Route } from '../../http.js';
import { type Body, readBody } from '../body.js';
import type { WarehouseRecord } from '../catalog/warehouses.js';
import { found } from '../problems.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';

const warehouseBody = (world: World, warehouse: WarehouseRecord) =>
  world.serve('warehouses', warehouse.id, {
    id: warehouse.id,
    sellerId: seller.id,
    name: warehouse.name,
    address: warehouse.address,
    postcode: warehouse.postcode,
    city: warehouse.city,
    country: warehouse.country,
    status: warehouse.active ? 'active' : 'disabled',
    longitude: warehouse.longitude,
    latitude: warehouse.latitude,
    note: warehouse.note,
    default: warehouse.isDefault,
    isSynced: warehouse.active,
    isInShoppingMall: warehouse.isInShoppingMall,
  });

/** What is left out stays as it is; a new warehouse is active. */
function readWarehouse(world: World, body: Body, known: Omit<WarehouseRecord, 'name'>): WarehouseRecord {
  const name = body.required('name', body.text('name'), '');
  const isTaken = world.shop.warehouses.some(other => other.id !== known.id && other.name === name);
  if (isTaken) body.refuse('name', 'This value is already used.');
  const status = body.choice('status', ['active', 'disabled']);
  const text = (key: 'address' | 'postcode' | 'city' | 'country' | 'longitude' | 'latitude' | 'note') =>
    body.text(key) ?? known[key];
  const warehouse = {
    id: known.id,
    name,
    address: text('address'),
    postcode: text('postcode'),
    city: text('city'),
    country: text('country'),
    longitude: text('longitude'),
    latitude: text('latitude'),
    note: text('note'),
    active: status === undefined ? known.active : status === 'active',
    isDefault: body.flag('default') ?? known.isDefault,
    isInShoppingMall: body.flag('isInShoppingMall') ?? known.isInShoppingMall,
  };
  body.check();
  return warehouse;
}

const blank = {
  address: '',
  postcode: '',
  city: '',
  country: '',
  longitude: '',
  latitude: '',
  note: '',
  active: true,
  isDefault: false,
  isInShoppingMall: false,
};

/** Orders keep the name that their warehouse had. */
export function warehouseRoutes(world: World): Route[] {
  const { shop } = world;
  const one = (id: string | undefined) => found(shop.warehouses.find(warehouse => String(warehouse.id) === id));
  /** There is one default: a new one takes the place of the old one. */
  const save = (saved: WarehouseRecord) => {
    world.act();
    const others = shop.warehouses
      .filter(({ id }) => id !== saved.id)
      .map(other => (saved.isDefault ? { ...other, isDefault: false } : other));
    shop.warehouses = [...others, saved].sort((left, right) => left.id - right.id);
    return warehouseBody(world, saved);
  };
  return [
    ['GET /v2/warehouses', () => json(shop.warehouses.map(warehouse => warehouseBody(world, warehouse)))],
    ['GET /v2/warehouses/:id', ({ params }) => json(warehouseBody(world, one(params.id)))],
    [
      'POST /v2/warehouses',
      async ({ request }) => {
        const id = Math.max(...shop.warehouses.map(warehouse => warehouse.id)) + 1;
        return json(save(readWarehouse(world, await readBody(request), { ...blank, id })), 201);
      },
    ],
    [
      'PUT /v2/warehouses/:id',
      async ({ request, params }) => {
        const known = one(params.id);
        return json(save(readWarehouse(world, await readBody(request), known)));
      },
    ],
  ];
}
