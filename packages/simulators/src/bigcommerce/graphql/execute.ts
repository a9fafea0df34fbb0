import type { Selection } from './parse.js';

/** Fields by name: a value is one that has nothing below it, an object of a type is answered as far as it was asked for. */
export interface ObjectType<T> {
  readonly name: string;
  readonly fields: Readonly<Record<string, (parent: T, given: Readonly<Record<string, unknown>>) => unknown>>;
}

/** A value together with the type that tells its fields. */
class Typed {
  constructor(
    readonly type: ObjectType<never>,
    readonly value: unknown,
  ) {}
}

export const of = <T>(type: ObjectType<T>, value: T): unknown => new Typed(type as ObjectType<never>, value);

/** The query asks for something that there is not. */
export class QueryFault extends Error {}

function answer(value: unknown, { name, selections }: Selection): unknown {
  if (Array.isArray(value)) return value.map(item => answer(item, { name, alias: name, arguments: {}, selections }));
  if (value instanceof Typed) {
    if (selections.length === 0)
      throw new QueryFault(`Field "${name}" of type "${value.type.name}" must have a selection.`);
    return execute(value.type, value.value as never, selections);
  }
  if (selections.length > 0 && value !== null) throw new QueryFault(`Field "${name}" must not have a selection.`);
  return value;
}

export function execute<T>(type: ObjectType<T>, parent: T, selections: readonly Selection[]): Record<string, unknown> {
  return Object.fromEntries(
    selections.map(selection => {
      const field = type.fields[selection.name];
      if (!field) throw new QueryFault(`Cannot query field "${selection.name}" on type "${type.name}".`);
      return [selection.alias, answer(field(parent, selection.arguments), selection)];
    }),
  );
}
