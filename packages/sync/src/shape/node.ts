import { namesCode, namesPerson } from './words.js';

/**
 * One place in the native records of a stream, such as `lines[].status`, and what was met there. A field of an object has
 * one; so have all items of a list together, and all values of an object whose keys are data.
 */
export class ShapeNode {
  readonly parent: ShapeNode | null;
  /** `[]` for the items of a list, `{}` for the values under keys that are data. */
  readonly name: string;
  /** Below an object that describes a person or a place: nothing there is taken for an enumeration. */
  readonly personal: boolean;

  /** Of what was met here: a set of `typeBits`. */
  types = 0;
  /** How often a value was met, up to this window. */
  seen = 0;
  /** How often that was an object, up to this window: what the presence of its fields is measured against. */
  objects = 0;
  /** The same two within this window. */
  seenNow = 0;
  objectsNow = 0;
  /** Objects without this field since it was last met, in windows that were read whole. */
  missed = 0;
  /** Met before the stream was known: what differs from it now is drift at once. */
  old = false;
  /** It was noticed that it is gone. */
  vanished = false;
  /** The texts met here while they are few and look like codes; null for any other text. */
  values: Set<string> | null;

  /** The fields in the order in which they were first met: platforms keep to one order, so the next is mostly the right one. */
  names: string[] = [];
  fields: ShapeNode[] = [];
  positions = new Map<string, number>();
  items: ShapeNode | null = null;
  /** In place of `fields`, where the keys are data. */
  keyed: ShapeNode | null = null;

  constructor(parent: ShapeNode | null, name: string) {
    this.parent = parent;
    this.name = name;
    const isField = name !== '[]' && name !== '{}';
    this.personal = parent !== null && (parent.personal || (isField && namesPerson(name)));
    this.values = !this.personal && namesCode(isField ? name : (parent?.name ?? '')) ? new Set() : null;
  }

  addField(name: string): ShapeNode {
    const field = new ShapeNode(this, name);
    this.positions.set(name, this.fields.length);
    this.names.push(name);
    this.fields.push(field);
    return field;
  }

  /** Where the items of the list are, made when the first comes. */
  addItems(): ShapeNode {
    this.items ??= new ShapeNode(this, '[]');
    return this.items;
  }

  /** Where the values under keys that are data are. */
  addKeyed(): ShapeNode {
    this.keyed ??= new ShapeNode(this, '{}');
    return this.keyed;
  }

  /** `lines[].tax_rate`; empty for the body itself. */
  path(): string {
    if (this.parent === null) return this.name;
    const above = this.parent.path();
    const isField = this.name !== '[]' && this.name !== '{}';
    return above === '' || !isField ? above + this.name : `${above}.${this.name}`;
  }

  /** Every node below, parents first. */
  *below(): Generator<ShapeNode> {
    for (const child of this.children()) {
      yield child;
      yield* child.below();
    }
  }

  children(): readonly ShapeNode[] {
    return [...this.fields, this.items, this.keyed].filter(child => child !== null);
  }
}
