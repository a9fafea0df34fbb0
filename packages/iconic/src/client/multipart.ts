import type { FileInput } from '../input/scalars.js';
import type { Content } from './api.js';

type Part = string | number | boolean | FileInput | undefined;

/** A form with files, built once so that every attempt sends the same bytes. What is undefined is left out. */
export async function multipart(parts: Readonly<Record<string, Part>>): Promise<Pick<Content, 'body' | 'headers'>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined) continue;
    if (typeof value === 'object') form.append(name, blobOf(value), value.name);
    else form.append(name, String(value));
  }
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  return { body: new Uint8Array(await encoded.arrayBuffer()), headers: { 'content-type': type } };
}

function blobOf({ data, type }: FileInput): Blob {
  const options = type === undefined ? {} : { type };
  return data instanceof Blob && type === undefined
    ? data
    : new Blob([data as Uint8Array<ArrayBuffer> | string | Blob], options);
}
