import { checkInput } from '@cartograph/connector-kit';
import { z } from 'zod';
import type { Api, MagentoCall, Raw } from './api.js';

/** What was said of an order or of one of its documents. */
export interface Comments<Comment, Input, Created> {
  list(parentId: string | number, call?: MagentoCall): Promise<readonly Comment[]>;
  create(parentId: string | number, comment: Input, call?: MagentoCall): Promise<Created>;
}

export interface CommentsOptions<Schema extends z.ZodType, Input extends z.ZodType, Created> {
  /** How messages call them. */
  readonly name: string;
  readonly schema: Schema;
  readonly input: Input;
  readonly path: (parentId: string | number) => string;
  readonly create: (parentId: string | number, comment: z.output<Input>, call?: MagentoCall) => Promise<Created>;
}

const envelopeSchema = z.object({ items: z.array(z.unknown()).nullish() });

export function createComments<Schema extends z.ZodType, Input extends z.ZodType, Created>(
  api: Api,
  { name, schema, input, path, create }: CommentsOptions<Schema, Input, Created>,
): Comments<Raw<z.output<Schema>>, z.input<Input>, Created> {
  const check = api.checks(name, schema);
  return {
    list: async (parentId, call) => {
      const { items } = await api.request('GET', path(parentId), { schema: envelopeSchema }, call);
      return check.all(items ?? []) as Raw<z.output<Schema>>[];
    },
    create: async (parentId, comment, call) =>
      create(parentId, checkInput(`${name}.create`, input, comment) as z.output<Input>, call),
  };
}
