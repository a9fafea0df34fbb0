import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { newWarehouse, type WarehouseInput } from '../input/catalog.js';
import { quantity } from '../input/products.js';
import { type Warehouse, warehouseSchema, warehouseStockSchema } from '../records/catalog.js';
import { type Api, part } from './api.js';

type Id = string | number;

export function createWarehouses(api: Api) {
  const warehouses = api.of('warehouses', warehouseSchema);
  const stock = api.of('warehouses.stock', warehouseStockSchema);
  const at = (warehouseId: Id, productId: Id) => `/v2/product/${part(productId)}/warehouse/${part(warehouseId)}/stock`;
  return {
    list: (call?: RequestOptions): Promise<Warehouse[]> => warehouses.all('GET', '/v2/warehouses', {}, call),
    get: (id: Id, call?: RequestOptions): Promise<Warehouse> =>
      warehouses.one('GET', `/v2/warehouses/${part(id)}`, {}, call),
    create: async (input: WarehouseInput, call?: RequestOptions): Promise<Warehouse> =>
      warehouses.one('POST', '/v2/warehouses', { json: checkInput('warehouses.create', newWarehouse, input) }, call),
    /** All of a warehouse: whether fields that are left out stay as they are is not documented. */
    update: async (id: Id, input: WarehouseInput, call?: RequestOptions): Promise<Warehouse> =>
      warehouses.one(
        'PUT',
        `/v2/warehouses/${part(id)}`,
        { json: checkInput('warehouses.update', newWarehouse, input) },
        call,
      ),
    /** What a warehouse has of a product. */
    stock: {
      get: (warehouseId: Id, productId: Id, call?: RequestOptions) =>
        stock.one('GET', at(warehouseId, productId), {}, call),
      /** The whole quantity, so that it may be repeated. */
      update: async (warehouseId: Id, productId: Id, amount: number, call?: RequestOptions) =>
        stock.one(
          'POST',
          at(warehouseId, productId),
          { json: { quantity: checkInput('warehouses.stock.update', quantity, amount) } },
          { idempotent: true, ...call },
        ),
    },
  };
}
