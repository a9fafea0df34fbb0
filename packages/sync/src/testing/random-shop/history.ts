import fc from 'fast-check';
import { type Happening, lagMs } from './shop.js';

/** What goes wrong with one request. */
export type Fault = 'none' | 'refused' | 'killed';

export interface RequestPlan {
  /** Before it is answered. */
  readonly happenings: readonly Happening[];
  readonly fault: Fault;
}

export interface RunPlan {
  readonly kind: 'incremental' | 'full' | 'newestFirst' | 'sweep';
  /** Of its first requests; those after them find a shop at rest. */
  readonly requests: readonly RequestPlan[];
  /** Milliseconds until the next one. */
  readonly pauseMs: number;
}

/** A shop from its first row on, and the runs that read it meanwhile. */
export interface History {
  readonly first: readonly Happening[];
  readonly runs: readonly RunPlan[];
}

const place = fc.nat({ max: 40 });
const surfacesAfterMs = fc.oneof(fc.constant(0), fc.nat({ max: lagMs - 1 }));

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), rows: fc.integer({ min: 1, max: 8 }), surfacesAfterMs }),
  fc.record({ kind: fc.constant('edit' as const), row: place, surfacesAfterMs }),
  fc.record({ kind: fc.constant('editMany' as const), from: place, rows: fc.integer({ min: 2, max: 10 }) }),
  fc.record({ kind: fc.constant('delete' as const), row: place }),
  fc.record({ kind: fc.constant('time' as const), ms: fc.nat({ max: 3000 }) }),
);

const fault = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Fault>('none') },
  { weight: 1, arbitrary: fc.constantFrom<Fault>('refused', 'killed') },
);

const request = fc.record({ happenings: fc.array(happening, { maxLength: 3 }), fault });

const run = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('incremental' as const) },
    { weight: 3, arbitrary: fc.constantFrom('full' as const, 'newestFirst' as const, 'sweep' as const) },
  ),
  requests: fc.array(request, { maxLength: 10 }),
  pauseMs: fc.oneof(fc.nat({ max: 5000 }), fc.nat({ max: 30 * 60_000 })),
});

export const histories: fc.Arbitrary<History> = fc.record({
  first: fc.array(happening, { minLength: 1, maxLength: 6 }),
  runs: fc.array(run, { minLength: 1, maxLength: 5 }),
});
