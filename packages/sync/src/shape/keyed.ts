import type { ShapeNode } from './node.js';
import { isData } from './words.js';

const mostFields = 400;
/** Fewer fields than these are never taken for data. */
const fewFields = 32;
/** So many times the fields of an object there are at most where objects differ in which optional fields they have. */
const sparseness = 4;

/** Whether the keys of an object that now gets this one are data, such as ids: each would be a field of its own forever. */
export function isKeyed(node: ShapeNode, key: string): boolean {
  const count = node.fields.length;
  if (isData(key) || count >= mostFields) return true;
  if (count < fewFields) return false;
  const sightings = node.fields.reduce((sum, { seen, seenNow }) => sum + seen + seenNow, 0);
  return count > sparseness * (sightings / (node.objects + node.objectsNow));
}

/** Makes one place of all fields of an object. */
export function toKeyed(node: ShapeNode): ShapeNode {
  const keyed = node.addKeyed();
  for (const field of node.fields) merge(keyed, field);
  node.names = [];
  node.fields = [];
  node.positions = new Map();
  return keyed;
}

function merge(into: ShapeNode, from: ShapeNode): void {
  into.types |= from.types;
  into.seen += from.seen;
  into.objects += from.objects;
  into.seenNow += from.seenNow;
  into.objectsNow += from.objectsNow;
  into.old ||= from.old;
  into.values = null;
  for (const field of from.fields) {
    const position = into.positions.get(field.name);
    merge(position === undefined ? into.addField(field.name) : into.fields[position]!, field);
  }
  if (from.items) merge(into.addItems(), from.items);
  if (from.keyed) merge(into.addKeyed(), from.keyed);
  if (into.keyed) toKeyed(into);
}
