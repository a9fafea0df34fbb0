export interface Location {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly street: string;
}

/** Location 1 is always the default. The last one was closed; its stock rows remain. */
export const locations: readonly Location[] = [
  {
    id: 1,
    code: 'BC-LOCATION-1',
    label: 'Sydney Warehouse',
    enabled: true,
    city: 'Sydney',
    state: 'New South Wales',
    zip: '2000',
    street: '14 Harbour Terrace',
  },
  {
    id: 2,
    code: 'MEL-STORE',
    label: 'Melbourne Store',
    enabled: true,
    city: 'Melbourne',
    state: 'Victoria',
    zip: '3000',
    street: '201 Elizabeth Street',
  },
  {
    id: 3,
    code: 'BNE-OLD',
    label: 'Brisbane (closed)',
    enabled: false,
    city: 'Brisbane',
    state: 'Queensland',
    zip: '4000',
    street: '8 Mill Close',
  },
];

/** Collecting is possible at the store only. */
export const pickupMethod = {
  id: 1,
  locationId: 2,
  name: 'Collect in store',
  instructions: 'Bring your order number and an ID.',
  hours: '9am – 6pm',
} as const;
