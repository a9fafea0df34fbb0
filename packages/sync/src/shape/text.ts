import { ShapeNode } from './node.js';

/** Raised when the text is written otherwise: an older one is then not read, and the stream is learnt anew. */
const version = 1;

/** By position, for it is written with many pages: types, seen, objects, missed, flags, values, fields, items, keyed. */
type NodeText = readonly [
  types: number,
  seen: number,
  objects: number,
  missed: number,
  flags: number,
  values: readonly string[] | null,
  /** Names and nodes in turn: an object would not keep the order of all of them. */
  fields: readonly (string | NodeText)[],
  items: NodeText | null,
  keyed: NodeText | null,
];

interface ShapeText {
  readonly version: number;
  readonly known: boolean;
  readonly root: NodeText;
}

const oldFlag = 1;
const vanishedFlag = 2;

/** What was met within an open window counts as met before. */
export const writeShape = (root: ShapeNode, known: boolean): string =>
  JSON.stringify({ version, known, root: toText(root) } satisfies ShapeText);

/** Null for a text of another version. */
export function readShape(text: string): { readonly root: ShapeNode; readonly known: boolean } | null {
  const shape: ShapeText = JSON.parse(text);
  if (shape.version !== version) return null;
  const root = new ShapeNode(null, '');
  fill(root, shape.root);
  return { root, known: shape.known };
}

const toText = (node: ShapeNode): NodeText => [
  node.types,
  node.seen + node.seenNow,
  node.objects + node.objectsNow,
  node.missed,
  (node.old ? oldFlag : 0) | (node.vanished ? vanishedFlag : 0),
  node.values && [...node.values],
  node.fields.flatMap(field => [field.name, toText(field)]),
  node.items && toText(node.items),
  node.keyed && toText(node.keyed),
];

function fill(node: ShapeNode, [types, seen, objects, missed, flags, values, fields, items, keyed]: NodeText): void {
  node.types = types;
  node.seen = seen;
  node.objects = objects;
  node.missed = missed;
  node.old = (flags & oldFlag) !== 0;
  node.vanished = (flags & vanishedFlag) !== 0;
  node.values = values && new Set(values);
  for (let index = 0; index < fields.length; index += 2) {
    fill(node.addField(fields[index] as string), fields[index + 1] as NodeText);
  }
  if (items) fill(node.addItems(), items);
  if (keyed) fill(node.addKeyed(), keyed);
}
