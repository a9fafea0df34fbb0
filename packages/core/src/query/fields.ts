import { z } from 'zod';
import { type ResourceName, resourceNames, resourceSchemas } from '../model/resources.js';
import { decimalSchema, instantSchema, positiveSchema } from '../model/scalars.js';
import { defaultSorts, fieldRows, type Speed } from './field-rows.js';

export type FieldKind = 'text' | 'enum' | 'boolean' | 'instant' | 'decimal';

/** What records can be filtered by, and some of it sorted by. */
export interface QueryField {
  readonly name: string;
  readonly kind: FieldKind;
  /** Of an enum. */
  readonly values: readonly string[] | null;
  /** In the record: `totals.grand`, `lines[].sku`; of what storage adds, its name. */
  readonly path: string;
  /** Storage adds it: it is not in the record's body. */
  readonly stored: boolean;
  /** A record may have several; one that fits is enough. */
  readonly many: boolean;
  /** Records can be sorted by it. */
  readonly sorts: boolean;
  /** Records that have a value of it are found without looking at others. */
  readonly finds: boolean;
}

export type QueryFields = Readonly<Record<string, QueryField>>;

const storedFields: QueryFields = {
  platform: stored('platform', 'text', false),
  syncedAt: stored('syncedAt', 'instant', true),
};

function stored(name: string, kind: FieldKind, sorts: boolean): QueryField {
  return { name, kind, values: null, path: name, stored: true, many: false, sorts, finds: false };
}

/** By resource and by the name that a filter uses. */
export const queryFields: Readonly<Record<ResourceName, QueryFields>> = byResource(resource => ({
  ...Object.fromEntries(
    Object.entries(fieldRows[resource]).map(([name, [path, speed]]) => [name, fieldOf(resource, name, path, speed)]),
  ),
  ...storedFields,
}));

/** By what a resource is sorted unless told: its own time. */
export const defaultSort = (resource: ResourceName): string => defaultSorts[resource] ?? 'createdAt';

function fieldOf(resource: ResourceName, name: string, path: string, speed: Speed): QueryField {
  const schema = schemaAt(resourceSchemas[resource], path);
  const many = path.includes('[]');
  const kind = kindOf(schema);
  const values = schema instanceof z.ZodEnum ? schema.options.map(String) : null;
  return { name, kind, values, path, stored: false, many, sorts: speed === 'sort', finds: speed === 'find' };
}

/** What the model says of the field at the path. */
function schemaAt(root: z.core.$ZodType, path: string): z.core.$ZodType {
  let schema = root;
  for (const step of path.split('.')) {
    const name = step.replace('[]', '');
    const inner = schema instanceof z.ZodObject ? schema.shape[name] : undefined;
    if (inner === undefined) throw new TypeError(`the model has no field ${path}`);
    schema = bare(inner);
    if (step.endsWith('[]') && schema instanceof z.ZodArray) schema = bare(schema.element);
  }
  return schema;
}

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema;
}

function kindOf(schema: z.core.$ZodType): FieldKind {
  if (schema === instantSchema) return 'instant';
  if (schema === decimalSchema || schema === positiveSchema) return 'decimal';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  return schema instanceof z.ZodEnum ? 'enum' : 'text';
}

function byResource<Value>(make: (resource: ResourceName) => Value): Readonly<Record<ResourceName, Value>> {
  return Object.fromEntries(resourceNames.map(resource => [resource, make(resource)])) as Record<ResourceName, Value>;
}
