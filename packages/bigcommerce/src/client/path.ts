import { InputError } from '@cartograph/core';

/** How the platform names a record: a number nearly everywhere, else text. */
export type Id = number | string;

/** One part of a path. A blank one would name the whole collection, which a DELETE then deletes. */
function part(id: Id): string {
  const text =
    typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : typeof id === 'string' ? id.trim() : '';
  if (text !== '' && !/^\.+$/.test(text)) return encodeURIComponent(text);
  throw new InputError(
    'BigCommerce: an id is missing: give a whole number or a text that is not blank; nothing was sent',
    {
      connector: 'bigcommerce',
      field: 'id',
    },
  );
}

/** A path with ids in it, each checked and encoded: at`/v2/orders/${id}/products`. */
export const at = (texts: TemplateStringsArray, ...ids: readonly Id[]): string =>
  texts.reduce((path, text, index) => `${path}${part(ids[index - 1] as Id)}${text}`);
