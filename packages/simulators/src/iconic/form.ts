import { Refusal, type Violation, validationFailed } from './problems.js';

/** Typed access to a multipart form; like a body, `check` refuses the request when a field was wrong or missing. */
export interface Form {
  text(name: string): string | undefined;
  integer(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  /** Its content; a violation when there is none or when it is empty. */
  file(name: string): Promise<Upload>;
  refuse(name: string, title: string): void;
  check(): void;
}

export interface Upload {
  readonly name: string;
  /** Media type as sent; empty where none was. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

const nothing: Upload = { name: '', type: '', bytes: new Uint8Array() };
const flags: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };

async function uploaded(value: File | string | null): Promise<Upload> {
  if (value === null) return nothing;
  if (typeof value === 'string') return { name: '', type: '', bytes: new TextEncoder().encode(value) };
  return { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
}

export const isForm = (request: Request): boolean =>
  request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;

export async function readForm(request: Request, status: 400 | 422 = 422): Promise<Form> {
  const violations: Violation[] = [];
  const refuse = (propertyPath: string, title: string, value: string | null = null) => {
    violations.push({ propertyPath, title, value });
    return undefined;
  };
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    text,
    integer: name => {
      const value = text(name);
      if (value === undefined) return undefined;
      return /^-?\d{1,15}$/.test(value) ? Number(value) : refuse(name, 'This value should be of type int.', value);
    },
    flag: name => {
      const value = text(name);
      if (value === undefined) return undefined;
      return flags[value] ?? refuse(name, 'This value should be of type bool.', value);
    },
    file: async name => {
      const upload = await uploaded(form.get(name));
      if (upload.bytes.length === 0) refuse(name, 'This value should not be blank.');
      return upload;
    },
    refuse: (name, title) => void refuse(name, title),
    check: () => {
      if (violations.length > 0) throw new Refusal(validationFailed(violations, status));
    },
  };
}
