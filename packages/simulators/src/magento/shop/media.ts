import type { Body } from '../bodies/body.js';
import { Refused, refusal } from '../protocol/errors.js';

/** An image as a request tells it. */
export interface ToldImage {
  readonly id?: number | null;
  readonly media_type?: string | null;
  readonly label?: string | null;
  readonly position?: number | null;
  readonly disabled?: boolean | null;
  readonly types?: readonly string[] | null;
  readonly file?: string | null;
  readonly content?: {
    readonly base64_encoded_data?: string | null;
    readonly type?: string | null;
    readonly name?: string | null;
  } | null;
}

const knownTypes = ['image/jpg', 'image/jpeg', 'image/gif', 'image/png'];

/** The path of an uploaded image below `catalog/product`; a name that is taken gets a number. */
function fileOf({ content }: ToldImage, isTaken: (file: string) => boolean): string {
  const { base64_encoded_data: data, type, name } = content ?? {};
  if (!data || !name || !/^[A-Za-z0-9+/]+={0,2}$/.test(data))
    throw new Refused(refusal(400, 'The image content must be valid base64 encoded data.'));
  if (!type || !knownTypes.includes(type))
    throw new Refused(refusal(400, 'The image MIME type is not valid or not supported.'));
  if (!/^[^\\/?*:";<>()|{}\\[\]]+$/.test(name))
    throw new Refused(refusal(400, 'Provided image name contains forbidden characters.'));
  const clean = name.toLowerCase().replace(/[^a-z0-9_.-]+/g, '_');
  const stem = clean.replace(/\.[^.]*$/, '');
  const ending = clean.slice(stem.length) || `.${type.slice('image/'.length)}`;
  const folder = `/${stem[0] ?? '_'}/${stem[1] ?? '_'}`;
  for (let number = 0; ; number++) {
    const file = `${folder}/${stem}${number === 0 ? '' : `_${number}`}${ending}`;
    if (!isTaken(file)) return file;
  }
}

export const newImage = (told: ToldImage, id: number, position: number, isTaken: (file: string) => boolean): Body => ({
  id,
  media_type: told.media_type ?? 'image',
  label: told.label ?? null,
  position: told.position ?? position,
  disabled: told.disabled ?? false,
  types: told.types ?? [],
  file: fileOf(told, isTaken),
});

/** An image with what a request says of it; a new content is another file. */
export const changedImage = (image: Body, told: ToldImage, isTaken: (file: string) => boolean): Body => ({
  ...image,
  label: told.label === undefined ? image.label : told.label,
  position: told.position ?? image.position,
  disabled: told.disabled ?? image.disabled,
  types: told.types ?? image.types,
  file: told.content ? fileOf(told, isTaken) : image.file,
});

/** A role belongs to one image: whoever gets it takes it from the others. */
export function withRolesOf(images: readonly Body[], owner: Body): Body[] {
  const roles = owner.types as readonly string[];
  return images.map(image =>
    image.id === owner.id
      ? owner
      : { ...image, types: (image.types as readonly string[]).filter(role => !roles.includes(role)) },
  );
}
