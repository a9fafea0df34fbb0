import { json, type Route } from '../../http.js';
import { categories } from '../catalog/categories.js';
import { imagesOf } from '../catalog/images.js';
import { quantityOf } from '../catalog/product-set.js';
import { csv } from '../jobs.js';
import { readQuery } from '../query.js';
import type { Unit } from '../shop/dispatch.js';
import { statusOf } from '../shop/order.js';
import type { World } from '../world.js';
import { startedBody } from './exports.js';

/** A file to fill in and to import: its columns, with what there is now. */
interface Template {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: (world: World) => readonly (readonly unknown[])[];
  /** 'file': it is the answer itself; otherwise the answer is a job, with this status. */
  readonly answer: 'file' | 200 | 201;
}

const nothing = () => [];
const products = (world: World) => world.shop.catalog.variants.filter(variant => variant.status !== 'deleted');
const units = (world: World): Unit[] => world.shop.orders.flatMap(order => order.items.map(item => ({ order, item })));
const unitsIn = (status: string) => (world: World) =>
  units(world)
    .filter(({ item }) => statusOf(item) === status)
    .map(({ order, item }) => [item.id, order.number, '']);

const stock = (world: World) => products(world).map(variant => [variant.sellerSku, quantityOf(variant)]);
const skus = (world: World) => products(world).map(({ sellerSku }) => [sellerSku]);
const tree = () => categories.filter(({ active }) => active).map(({ id, path }) => [id, path.join(' > ')]);
const manifestColumns = ['ManifestCode', 'Status'];
const unitColumns = ['OrderItemId', 'OrderNumber', 'TrackingNumber'];
const keyColumns = ['OrderItemId', 'AccessKey'];

const templates: readonly Template[] = [
  {
    name: 'status-update',
    columns: ['SellerSku', 'Status'],
    rows: world => products(world).map(({ sellerSku, status }) => [sellerSku, status]),
    answer: 200,
  },
  { name: 'stock-update', columns: ['SellerSku', 'Quantity'], rows: stock, answer: 'file' },
  { name: 'stock-update-async', columns: ['SellerSku', 'Quantity'], rows: stock, answer: 201 },
  { name: 'product-category-tree', columns: ['Id', 'Path'], rows: tree, answer: 'file' },
  { name: 'product-category-tree-async', columns: ['Id', 'Path'], rows: tree, answer: 201 },
  {
    name: 'price-update',
    columns: ['SellerSku', 'Country', 'Price'],
    rows: world =>
      products(world).flatMap(({ sellerSku, prices }) =>
        prices.map(({ country, price }) => [sellerSku, country, price === null ? '' : price / 10_000]),
      ),
    answer: 200,
  },
  {
    name: 'image-update',
    columns: ['SellerSku', 'Position', 'Image'],
    rows: world =>
      world.shop.catalog.sets.flatMap(set =>
        imagesOf(set).map(({ position, url }) => [set.variants[0]?.sellerSku, position, url]),
      ),
    answer: 200,
  },
  { name: 'product-removal', columns: ['SellerSku'], rows: skus, answer: 'file' },
  { name: 'product-removal-async', columns: ['SellerSku'], rows: skus, answer: 201 },
  {
    name: 'product-creation',
    columns: ['Name', 'SellerSku', 'Price', 'BrandId', 'PrimaryCategoryId', 'Variation', 'Attributes'],
    rows: nothing,
    answer: 201,
  },
  { name: 'missing-invoice-access-key', columns: keyColumns, rows: unitsIn('ready_to_ship'), answer: 'file' },
  { name: 'missing-invoice-access-key-async', columns: keyColumns, rows: unitsIn('ready_to_ship'), answer: 200 },
  { name: 'update-manifest-status', columns: manifestColumns, rows: nothing, answer: 'file' },
  { name: 'update-manifest-status-async', columns: manifestColumns, rows: nothing, answer: 200 },
  { name: 'create-forward-manifest', columns: ['OrderItemId'], rows: unitsIn('ready_to_ship'), answer: 'file' },
  { name: 'create-forward-manifest-async', columns: ['OrderItemId'], rows: unitsIn('ready_to_ship'), answer: 200 },
  { name: 'pending-order-items', columns: unitColumns, rows: unitsIn('pending'), answer: 'file' },
  {
    name: 'pending-order-numbers',
    columns: ['OrderNumber'],
    rows: world => [...new Set(unitsIn('pending')(world).map(([, number]) => number))].map(number => [number]),
    answer: 'file',
  },
  {
    name: 'order-item-status-update',
    columns: ['OrderItemId', 'Status'],
    rows: world => units(world).map(({ item }) => [item.id, statusOf(item)]),
    answer: 'file',
  },
];

const statusChanges = ['order-items', 'order-items-by-package', 'order-numbers', 'order-items-status'] as const;

export function templateRoutes(world: World): Route[] {
  const fileOf = ({ columns, rows }: Template) => {
    const width = columns.length;
    return csv(
      columns,
      rows(world).map(row => row.slice(0, width)),
    );
  };
  return [
    ...templates.map(
      (template): Route => [
        `GET /v2/template/${template.name}`,
        () => {
          if (template.answer === 'file') {
            return new Response(fileOf(template), { headers: { 'content-type': 'text/csv' } });
          }
          const job = world.jobs.start(`template_${template.name}`, 'csv', () => fileOf(template));
          return json(startedBody(job), template.answer);
        },
      ],
    ),
    [
      'GET /v2/template/order-status-change',
      ({ query }) => {
        const read = readQuery(query);
        const type = read.choice('type', statusChanges);
        const status = read.choice('status', ['pending', 'shipped', 'ready-to-ship']);
        read.require('type', type);
        read.require('status', status);
        read.check();
        const rows = () => unitsIn(status?.replaceAll('-', '_') ?? '')(world);
        const job = world.jobs.start('template_order-status-change', 'csv', () => csv(unitColumns, rows()), type);
        return json(startedBody(job), 201);
      },
    ],
  ];
}
