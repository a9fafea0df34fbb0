export interface WarehouseRecord {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly active: boolean;
}

export const warehouses: readonly WarehouseRecord[] = [
  {
    id: 71,
    name: 'Sydney DC',
    address: '12 Foundry Road',
    postcode: '2140',
    city: 'Homebush',
    country: 'Australia',
    active: true,
  },
  {
    id: 72,
    name: 'Melbourne Store',
    address: '88 Little Lane',
    postcode: '3000',
    city: 'Melbourne',
    country: 'Australia',
    active: true,
  },
  { id: 73, name: 'Old depot', address: '', postcode: '', city: 'Perth', country: 'Australia', active: false },
];
