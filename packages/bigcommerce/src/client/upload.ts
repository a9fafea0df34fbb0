import type { RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import { imageSchema } from '../records/option.js';
import type { Api } from './api.js';
import type { Parents } from './resource/source.js';
import { source } from './resource/source.js';

/** A file to be sent: a Blob has the type of its content, a File also a name. */
export type Upload = Blob;

/** A form with a file, and fields beside it. */
export function formOf(field: string, file: Upload, fields: Readonly<Record<string, unknown>> = {}): FormData {
  const form = new FormData();
  form.set(field, file, file instanceof File ? file.name : 'image');
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value));
  return form;
}

/** The one image of a record. */
export function imageOf<Above extends Parents>(api: Api, name: string, pathOf: (...above: Above) => string) {
  const image = source(api, name, pathOf, imageSchema);
  return {
    /** Puts the file in the place of the image before. At most 8 MB. */
    async upload(
      ...args: [...above: Above, file: Upload, call?: RequestOptions]
    ): Promise<z.input<typeof imageSchema>> {
      const { path, rest } = image.read<[Upload, RequestOptions?]>(args);
      return image.check.one(await api.record('POST', path, { form: formOf('image_file', rest[0]) }, rest[1]));
    },
    async delete(...args: [...above: Above, call?: RequestOptions]): Promise<void> {
      const { path, rest } = image.read<[RequestOptions?]>(args);
      await api.send('DELETE', path, {}, rest[0]);
    },
  };
}
