import type { OrderRecord } from './order.js';

export interface ShipmentProvider {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly active: boolean;
  readonly url: string;
}

const provider = (id: number, name: string, active: boolean): ShipmentProvider => ({
  id,
  uuid: `0b1f5a7e-3f0a-4b52-9d0e-0000000000${id}`,
  name,
  active,
  url: active ? 'https://track.carrier.example/' : '',
});

export const defaultProvider = provider(91, 'Parcel Post', true);
const express = provider(92, 'Swift Couriers', true);

export const providers: readonly ShipmentProvider[] = [defaultProvider, express, provider(93, 'Old Freight', false)];

/** Who carries the parcels of an order. */
export const providerOf = ({ shippingSpeed }: OrderRecord): ShipmentProvider =>
  shippingSpeed === 'express' ? express : defaultProvider;
