import type { ItemRecord } from './order.js';

export const manifestStatuses = [
  'forward_ready_to_ship',
  'forward_received',
  'forward_shipped',
  'return_ready_to_ship',
  'return_received',
  'return_shipped',
] as const;

export type ManifestStatus = (typeof manifestStatuses)[number];

/** Units that are handed to a carrier together. Sellers make those that go out. */
export interface Manifest {
  readonly id: number;
  readonly code: string;
  readonly items: readonly ItemRecord[];
  readonly createdAt: number;
  status: ManifestStatus;
}
