import { z } from 'zod';

const name = z.string().min(1).max(100);
const paths = z.record(name, z.string().min(1).max(500));

/** As Codat's clients send it. `pushData` is for writing and has no part here. */
export const supplementalDataSchema = z.object({
  supplementalDataConfig: z
    .record(
      name,
      z.object({
        dataSource: z.string().max(500).default('/'),
        pullData: paths.default({}),
        pushData: paths.nullish(),
      }),
    )
    .default({}),
});

export type SupplementalData = z.infer<typeof supplementalDataSchema>;

/** Two levels, always: strict clients refuse any other depth. */
export interface Supplement {
  readonly content: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * What the native record says of the properties that were asked for, untouched; null where it has none. A native body that
 * is put together of several answers has them by name: `dataSource` names one (`/order`), and any other means all of it.
 */
export const supplementOf = ({ supplementalDataConfig }: SupplementalData, native: unknown): Supplement => ({
  content: mapValues(supplementalDataConfig, ({ dataSource, pullData }) => {
    const part = at(native, namesIn(dataSource, '/')) ?? native;
    return mapValues(pullData, path => at(part, namesIn(path, '.')) ?? null);
  }),
});

const namesIn = (path: string, separator: string): readonly string[] =>
  path.split(separator).filter(part => part !== '');

/** Undefined where there is nothing. Numbers count the entries of a list. */
const at = (value: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, key) ? Reflect.get(found, key) : undefined,
    value,
  );

const mapValues = <Value, Result>(
  values: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
