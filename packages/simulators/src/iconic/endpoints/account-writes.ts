import { empty, json, type Route } from '../../http.js';
import { readBody } from '../body.js';
import { universalText } from '../dates.js';
import { readForm } from '../form.js';
import { countedPage, sorted } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import type { ExternalFile, ProfileField } from '../shop/account.js';
import type { World } from '../world.js';

const addressOf = (file: string): string => `https://sellercenter.theiconic.example/files/${encodeURIComponent(file)}`;
const valueBody = ({ id, value }: ProfileField) => ({ id, value });

const sorts = {
  uploadedAt: (file: ExternalFile) => file.uploadedAt,
  fileType: (file: ExternalFile) => file.type,
  fileName: (file: ExternalFile) => file.name,
};

export function accountWriteRoutes(world: World): Route[] {
  const { account } = world.shop;
  return [
    [
      'PATCH /v2/seller',
      async ({ request }) => {
        const body = await readBody(request);
        const email = body.text('email') ?? account.email;
        if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
          body.refuse('email', 'This value is not a valid email address.');
        }
        body.check();
        account.email = email;
        account.updatedAt = world.act();
        return empty(200);
      },
    ],
    [
      'PUT /v2/seller/profile/general',
      async ({ request }) => {
        const body = await readBody(request);
        const rows = body.list.map(row => {
          const id = row.required('id', row.integer('id'), 0);
          const field = account.fields.find(candidate => candidate.id === id);
          if (!field) row.refuse('id', 'This field does not exist.');
          return { field, value: row.text('value') ?? '' };
        });
        body.check();
        for (const { field, value } of rows) if (field) field.value = value;
        world.act();
        return json(rows.flatMap(({ field }) => (field ? [valueBody(field)] : [])));
      },
    ],
    [
      'POST /v2/seller/profile/field/:id/upload',
      async ({ request, params }) => {
        const field = found(account.fields.find(({ id }) => String(id) === params.id));
        const form = await readForm(request);
        const { name } = await form.file('file1');
        form.check();
        field.value = addressOf(name);
        account.files.push({ type: 'generic', name, uploadedAt: world.act() });
        return json([valueBody(field)]);
      },
    ],
    ['GET /v2/seller/profile/field-values', () => json(account.fields.map(valueBody))],
    [
      'GET /v2/seller/profile/external-files',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 100, fallback: 100 });
        const sort = read.choice('sort', ['uploadedAt', 'fileType', 'fileName']) ?? 'uploadedAt';
        const direction = read.choice('sortDir', ['ASC', 'DESC']) ?? 'ASC';
        read.check();
        const files = sorted(account.files, sorts[sort], file => file.uploadedAt, direction === 'ASC' ? 'asc' : 'desc');
        return countedPage(files, page, ({ type, name, uploadedAt }) => ({
          fileType: type,
          fileName: name,
          uploadedAt: universalText(uploadedAt),
          downloadUrl: addressOf(name),
        }));
      },
    ],
    [
      // Tokens from before are of no use afterwards.
      'POST /v2/sellers/:id/switch',
      ({ params }) => {
        found(params.id === String(seller.id) ? seller : undefined);
        world.revokeTokens();
        return json({ success: true });
      },
    ],
  ];
}
