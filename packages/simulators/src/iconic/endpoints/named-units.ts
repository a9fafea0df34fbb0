import { json } from '../../http.js';
import { problem, Refusal } from '../problems.js';
import type { Unit } from '../shop/dispatch.js';
import { itemById, statusOf } from '../shop/order.js';
import type { World } from '../world.js';

/** A business rule is broken: the platform's old codes stand before the words. */
export const refuseUnits = (code: string, words: string): never => {
  throw new Refusal(problem(422, 'Order items not updated', `${code}: ${words}`));
};

/** Answers with the reason unit by unit, as transitions of returns do. */
export const refuseEach = (units: readonly Unit[], words: (unit: Unit) => string): never => {
  throw new Refusal(json({ errors: units.map(unit => ({ orderItemId: unit.item.id, detail: words(unit) })) }, 422));
};

/** The units of these ids, each of them known, at least one. */
export function unitsNamed(world: World, ids: readonly number[]): Unit[] {
  if (ids.length === 0) refuseUnits('E030', 'Empty request');
  const unknown = ids.filter(id => !itemById(world.shop.orders, id));
  if (unknown.length > 0) refuseUnits('E023', `Invalid Order Item IDs: ${unknown.join(', ')}`);
  return [...new Set(ids)].flatMap(id => itemById(world.shop.orders, id) ?? []);
}

export function checkOneOrder(units: readonly Unit[]): void {
  if (units.some(({ order }) => order !== units[0]?.order)) {
    refuseUnits('E023', 'All order items must be from the same order');
  }
}

export const notSettable = ({ item }: Unit, to: string): string =>
  `The status of order item ${item.id} cannot be set from ${statusOf(item)} to ${to}`;

export function checkStatus(units: readonly Unit[], from: readonly string[], to: string): void {
  const blocked = units.find(({ item }) => !from.includes(statusOf(item)));
  if (blocked) refuseUnits('E028', notSettable(blocked, to));
}

export const idsOf = (units: readonly Unit[]) => ({ orderItemIds: units.map(({ item }) => item.id) });
