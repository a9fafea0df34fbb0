import type { z } from 'zod';

type Words<Text, Found = never> = Text extends `${infer Word} ${infer Rest}` ? Words<Rest, Found | Word> : Found | Text;

/** Many fields of one kind; their names with a space between. */
export const fields = <Schema extends z.ZodType, const Lines extends readonly string[]>(
  schema: Schema,
  ...lines: Lines
): { readonly [Name in Words<Lines[number]> & string]: Schema } =>
  Object.fromEntries(lines.flatMap(line => line.split(' ')).map(name => [name, schema])) as {
    [Name in Words<Lines[number]> & string]: Schema;
  };
