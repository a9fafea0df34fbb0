export interface WarehouseRecord {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly active: boolean;
  readonly longitude: string;
  readonly latitude: string;
  readonly note: string;
  /** Where stock lies that was set without naming a warehouse. */
  readonly isDefault: boolean;
  readonly isInShoppingMall: boolean;
}

const blank = {
  country: 'Australia',
  longitude: '',
  latitude: '',
  note: '',
  isDefault: false,
  isInShoppingMall: false,
};

/** Those that the seller has before he adds or changes any. */
export const warehouses: readonly WarehouseRecord[] = [
  {
    ...blank,
    id: 71,
    name: 'Sydney DC',
    address: '12 Foundry Road',
    postcode: '2140',
    city: 'Homebush',
    active: true,
    isDefault: true,
  },
  {
    ...blank,
    id: 72,
    name: 'Melbourne Store',
    address: '88 Little Lane',
    postcode: '3000',
    city: 'Melbourne',
    active: true,
  },
  { ...blank, id: 73, name: 'Old depot', address: '', postcode: '', city: 'Perth', active: false },
];
