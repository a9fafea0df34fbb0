import type { OpenApiDocument } from '../openapi/document.js';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
}

/** Where a value is not what the schema says, by path: the part of JSON Schema that the document uses. */
export function problems(document: OpenApiDocument, value: unknown, schema: Schema, path = '$'): string[] {
  if (schema.$ref)
    return problems(document, value, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] as Schema, path);
  if (schema.allOf) return schema.allOf.flatMap(one => problems(document, value, one, path));
  if (schema.anyOf)
    return schema.anyOf.some(one => problems(document, value, one, path).length === 0) ? [] : [`${path} fits none`];
  if (schema.enum && !schema.enum.includes(value)) return [`${path} is none of ${schema.enum}`];
  if (schema.type && ![schema.type].flat().some(type => fits(value, type))) return [`${path} is no ${schema.type}`];
  if (schema.pattern && typeof value === 'string' && !new RegExp(schema.pattern).test(value))
    return [`${path} does not match`];
  if (Array.isArray(value))
    return value.flatMap((one, index) => problems(document, one, schema.items ?? {}, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const missing = (schema.required ?? []).filter(name => !(name in value)).map(name => `${path}.${name} is missing`);
  const own = Object.entries(value).flatMap(([name, one]) => {
    const inner = schema.properties?.[name] ?? schema.additionalProperties;
    if (inner === false) return [`${path}.${name} is not in the schema`];
    return typeof inner === 'object' ? problems(document, one, inner, `${path}.${name}`) : [];
  });
  return [...missing, ...own];
}

function fits(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type && value !== null && !Array.isArray(value);
}
