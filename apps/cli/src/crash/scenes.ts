import {
  createBigCommerceSimulator,
  createIconicSimulator,
  createMagentoSimulator,
  type Simulator,
} from '@cartograph/simulators';

/** A small shop with several pages in its larger streams. */
export interface Scene {
  readonly platform: string;
  /** Equal each time. Its clock moves with its happenings alone. */
  createShop(): Simulator;
  /** Beside what the shop says. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Steps in which processes die unless more effort is asked for: those that differ most from other scenes'. */
  readonly broken: readonly StepName[];
}

export const scenes: readonly Scene[] = [
  {
    platform: 'iconic',
    createShop: () => createIconicSimulator({ orders: 110, productSets: 6 }),
    settings: {},
    broken: ['a first run', 'an incremental run'],
  },
  {
    platform: 'bigcommerce',
    createShop: () => createBigCommerceSimulator({ orders: 55, products: 55, profiles: ['capped-page-size'] }),
    settings: { payments: 'header' },
    broken: ['an incremental run', 'a full run'],
  },
  {
    platform: 'magento',
    createShop: () => createMagentoSimulator({ orders: 55 }),
    settings: { pageSize: 50 },
    broken: ['a first run'],
  },
];

type StepName = 'a first run' | 'an incremental run' | 'a full run';

/** What happens in the shop before a run, and what the run is to read. */
export interface Step {
  readonly name: StepName;
  readonly events: number;
  readonly full: boolean;
  readonly at: string;
}

export const steps: readonly Step[] = [
  { name: 'a first run', events: 0, full: false, at: '2026-07-01T00:00:00.000Z' },
  { name: 'an incremental run', events: 8, full: false, at: '2026-07-02T00:00:00.000Z' },
  { name: 'a full run', events: 8, full: true, at: '2026-07-03T00:00:00.000Z' },
];

/** The scene's shop as it is at this step. */
export function shopAt(scene: Scene, position: number): Simulator {
  const shop = scene.createShop();
  for (const { events } of steps.slice(0, position + 1)) shop.advance(events);
  return shop;
}
