/** The way to a value: names of fields and positions in lists. */
export type Path = readonly (string | number)[];

/** The text of a path with one more step: `lines[1]`, `lines[1].unitPrice`. */
export const below = (text: string, step: PropertyKey): string =>
  typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`;

/** `lines[1].unitPrice`. */
export const pathText = (path: readonly PropertyKey[]): string => path.reduce(below, '') as string;
