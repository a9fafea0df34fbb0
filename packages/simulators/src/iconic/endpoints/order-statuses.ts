import { json, type Route } from '../../http.js';
import { type Body, readBody } from '../body.js';
import { groupBy } from '../grouping.js';
import { togetherWith, type Unit } from '../shop/dispatch.js';
import { enter } from '../shop/enter.js';
import { statusOf } from '../shop/order.js';
import { type FailureReason, type FailureType, reasons, reasonsFor } from '../shop/reasons.js';
import type { World } from '../world.js';
import { checkOneOrder, checkStatus, idsOf, notSettable, refuseEach, refuseUnits, unitsNamed } from './named-units.js';

/** Units that are named go from one of these statuses to that one, or none of them does. */
interface Transition {
  readonly path: string;
  readonly from: readonly string[];
  readonly to: string;
  /** The type that the reason must have, and whether there must be one. */
  readonly reason?: { readonly type: FailureType; readonly needed: boolean };
  /** Throws the refusal of what a wrong status alone does not refuse. */
  readonly check?: (units: readonly Unit[]) => void;
  /** Takes the other units of the same parcel along. */
  readonly withParcel?: boolean;
}

function checkShipping(units: readonly Unit[]): void {
  checkOneOrder(units);
  if (units.some(({ order }) => order.shipmentType !== 'dropshipping')) {
    refuseUnits('E028', 'Only the marketplace ships these order items');
  }
}

function checkDelivery(units: readonly Unit[]): void {
  if (units.some(({ order }) => order.shipmentType !== 'dropshipping')) {
    refuseUnits('E028', 'Only dropshipped order items can be set to delivered');
  }
}

function checkReturn(units: readonly Unit[]): void {
  if (units.some(({ item }) => statusOf(item) !== 'delivered')) refuseUnits('E073', 'All items must be delivered');
}

const checkEach =
  (from: readonly string[], to: string) =>
  (units: readonly Unit[]): void => {
    const blocked = units.filter(({ item }) => !from.includes(statusOf(item)));
    if (blocked.length > 0) refuseEach(blocked, unit => `E450: ${notSettable(unit, to)}`);
  };

const underway = ['return_shipped_by_customer', 'return_delivered'];
const waiting = ['return_waiting_for_approval'];

const transitions: readonly Transition[] = [
  { path: 'set-to-shipped', from: ['ready_to_ship'], to: 'shipped', check: checkShipping },
  { path: 'set-to-delivered', from: ['shipped', 'delivered'], to: 'delivered', check: checkDelivery },
  { path: 'set-to-delivery-failed', from: ['shipped'], to: 'failed', reason: { type: 'failed', needed: true } },
  {
    path: 'set-to-cancelled',
    from: ['pending', 'ready_to_ship'],
    to: 'canceled',
    reason: { type: 'canceled', needed: true },
    withParcel: true,
  },
  {
    path: 'set-to-returned',
    from: ['delivered'],
    to: 'returned',
    reason: { type: 'returned', needed: false },
    check: checkReturn,
  },
  {
    path: 'set-to-return-received',
    from: underway,
    to: 'return_waiting_for_approval',
    check: checkEach(underway, 'return_waiting_for_approval'),
  },
  { path: 'set-to-return-approved', from: waiting, to: 'returned', check: checkEach(waiting, 'returned') },
  {
    path: 'set-to-return-rejected',
    from: waiting,
    to: 'return_rejected',
    reason: { type: 'return_rejected', needed: true },
  },
];

function readReason(body: Body, { reason }: Transition): FailureReason | undefined {
  if (!reason) return undefined;
  const name = body.text('reason');
  if (reason.needed) body.required('reason', name, '');
  const known = reasonsFor(reason.type).find(candidate => candidate.name === name);
  if (name !== undefined && name !== '' && !known) {
    body.refuse('reason', 'The value you selected is not a valid choice.');
  }
  return known;
}

function parcelMates(units: readonly Unit[], from: readonly string[]): Unit[] {
  const mates = units.flatMap(unit =>
    togetherWith(unit)
      .filter(item => from.includes(statusOf(item)))
      .map(item => ({ order: unit.order, item })),
  );
  return [...new Map(mates.map(unit => [unit.item.id, unit])).values()];
}

async function make(world: World, transition: Transition, request: Request): Promise<Response> {
  const { from, to, check, withParcel } = transition;
  const body = await readBody(request, 400);
  const ids = body.required('orderItemIds', body.integers('orderItemIds'), []);
  const reason = readReason(body, transition);
  const details = body.text('reasonDetail');
  body.check();
  const named = unitsNamed(world, ids);
  check?.(named);
  checkStatus(named, from, to);
  const units = withParcel ? parcelMates(named, from) : named;
  const moving = units.filter(({ item }) => statusOf(item) !== to);
  // Each way to end has reasons of its own; without a word it is the first of them.
  const ending = reasons.find(({ type }) => type === to);
  for (const { item } of moving) {
    if (reason) item.failure = reason;
    else if (ending && item.failure.type !== to) item.failure = ending;
    if (details !== undefined) item.failureDetails = details;
  }
  const at = world.act();
  for (const [order, own] of groupBy(moving, unit => unit.order)) {
    const items = own.map(({ item }) => item);
    enter(world.shop, order, items, to, at, 'seller');
  }
  return json(idsOf(units));
}

/** What a seller may do to the status of units. Repeating it is refused, because the units are not where they were. */
export const orderStatusRoutes = (world: World): Route[] => [
  ...transitions.map(
    (transition): Route => [
      `POST /v2/orders/statuses/${transition.path}`,
      ({ request }) => make(world, transition, request),
    ],
  ),
];
