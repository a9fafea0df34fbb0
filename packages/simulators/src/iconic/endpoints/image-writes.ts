import { type Call, empty, json, type Route } from '../../http.js';
import { imageBody } from '../bodies/image.js';
import { type Body, readBody } from '../body.js';
import { galleryOf } from '../catalog/images.js';
import type { ProductSetRecord } from '../catalog/product-set.js';
import { type Form, isForm, readForm, type Upload } from '../form.js';
import { found } from '../problems.js';
import { touch } from '../shop/touch.js';
import type { World } from '../world.js';

const positions = 8;

/** What a request says about an image: a link to it, or the picture itself. */
interface SentImage {
  /** Null where neither was sent. */
  readonly source: { readonly link: string } | { readonly upload: Upload } | null;
  readonly position: number | undefined;
  readonly overwrite: boolean;
}

function readPosition(fields: Body | Form): number | undefined {
  const position = fields.integer('position');
  if (position !== undefined && (position < 1 || position > positions)) {
    fields.refuse('position', `This value should be between 1 and ${positions}.`);
  }
  return position;
}

async function readPicture(form: Form): Promise<Upload> {
  const upload = await form.file('file1');
  const isPicture = ['', 'application/octet-stream'].includes(upload.type) || upload.type.startsWith('image/');
  if (!isPicture) form.refuse('file1', 'This file is not a valid image.');
  return upload;
}

async function readImage(request: Request): Promise<SentImage> {
  if (isForm(request)) {
    const form = await readForm(request);
    const upload = await readPicture(form);
    const sent = { source: { upload }, position: readPosition(form), overwrite: form.flag('overwrite') ?? false };
    form.check();
    return sent;
  }
  const body = await readBody(request);
  const link = body.text('displayUrl');
  if (link !== undefined && !/^https?:\/\/[^/]/.test(link)) body.refuse('displayUrl', 'This value is not a valid URL.');
  if (request.method === 'POST') body.required('displayUrl', link, '');
  const overwrite = body.flag('overwrite') ?? false;
  const sent = { source: link === undefined ? null : { link }, position: readPosition(body), overwrite };
  body.check();
  return sent;
}

/** Pictures are copied: the platform serves each from an address of its own. */
function addressOf(id: number, source: NonNullable<SentImage['source']>): string {
  const name = 'link' in source ? new URL(source.link).pathname : source.upload.name;
  const extension = /\.(\w{3,4})$/.exec(name)?.[1] ?? 'jpg';
  return `https://static.theiconic.example/p/${id}.${extension.toLowerCase()}`;
}

export function imageWriteRoutes(world: World): Route[] {
  const { shop } = world;
  const setOf = ({ params }: Call) => found(shop.catalog.set(Number(params.set)));
  const imageOf = (set: ProductSetRecord, { params }: Call) =>
    found(galleryOf(set).find(({ id }) => String(id) === params.id));
  return [
    [
      'POST /v2/product-set/:set/images',
      async call => {
        const set = setOf(call);
        const { source, position, overwrite } = await readImage(call.request);
        const gallery = galleryOf(set);
        const next = Math.min(positions, gallery.reduce((last, image) => Math.max(last, image.position), 0) + 1);
        const at = world.act();
        const id = shop.catalog.newId();
        const url = source ? addressOf(id, source) : '';
        const image = { id, position: position ?? next, url, createdAt: at, updatedAt: at };
        set.gallery = overwrite ? gallery.filter(other => other.position !== image.position) : gallery;
        set.gallery.push(image);
        touch(shop, set, [], at);
        return json(imageBody(set, image), 201);
      },
    ],
    [
      'PATCH /v2/product-set/:set/images/:id',
      async call => {
        const set = setOf(call);
        const image = imageOf(set, call);
        const { source, position } = await readImage(call.request);
        const at = world.act();
        if (source) image.url = addressOf(shop.catalog.newId(), source);
        image.position = position ?? image.position;
        image.updatedAt = at;
        touch(shop, set, [], at);
        return json(imageBody(set, image));
      },
    ],
    [
      'DELETE /v2/product-set/:set/images/:id',
      call => {
        const set = setOf(call);
        const image = imageOf(set, call);
        set.gallery = galleryOf(set).filter(other => other !== image);
        touch(shop, set, [], world.act());
        return empty();
      },
    ],
  ];
}
