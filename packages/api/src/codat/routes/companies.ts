import { randomUUID } from 'node:crypto';
import { companySchema } from '@cartograph/codat';
import type { NewEvent } from '@cartograph/core';
import { z } from 'zod';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import { readBody } from '../body.js';
import type { CodatCall, CodatRoute } from '../call.js';
import { type Company, companyEvent, removeCompany, removeConnection, saveCompany } from '../directory.js';
import { listResponse } from '../listing.js';
import { showCompany } from '../shapes.js';
import { resolveTags } from '../tags.js';

/** Other characters are taken out, as Codat does. */
const nameSchema = z
  .string()
  .transform(name => name.replace(/[^\p{L}\p{N} \-'&@.,?!]/gu, ''))
  .pipe(z.string().trim().min(1).max(250));
const tagsSchema = z
  .record(z.string().min(1).max(27), z.string().max(100))
  .refine(tags => Object.keys(tags).length <= 10, 'has more than 10 tags');
const newSchema = z.object({ name: nameSchema, description: z.string().nullish(), tags: tagsSchema.nullish() });
const changeSchema = newSchema.partial().extend({ name: nameSchema.nullish() });

export function companyRoutes({ storage, host }: Services): readonly CodatRoute[] {
  const path = '/companies';
  const onePath = `${path}/{companyId}`;
  const show = ({ directory, request }: CodatCall, company: Company) =>
    showCompany(storage, company, directory.connectionsOf(company), new URL(request.url).origin);
  const own = ({ directory, path }: CodatCall): Company => directory.company(path.companyId ?? '');
  const save = async (call: CodatCall, company: Company, ...told: readonly NewEvent[]): Promise<Response> => {
    await saveCompany(storage, company, told);
    return json(await show(call, company));
  };
  return [
    {
      ...{ method: 'GET', path, scope: 'read' },
      async handle(call) {
        const companies = await Promise.all(call.directory.companies.map(company => show(call, company)));
        return listResponse(call, path, companies, companySchema, resolveTags(call.query.get('tags') ?? ''));
      },
    },
    {
      ...{ method: 'POST', path, scope: 'admin', ofAll: true },
      async handle(call) {
        const { name, description = null, tags } = await readBody(call.request, newSchema);
        const created = host.now().toISOString();
        const company = { id: randomUUID(), name, description, tags: tags ?? {}, products: [], created };
        return save(call, company, companyEvent('company.created', company, created));
      },
    },
    { ...{ method: 'GET', path: onePath, scope: 'read' }, handle: async call => json(await show(call, own(call))) },
    {
      ...{ method: 'PUT', path: onePath, scope: 'admin', ofAll: true },
      async handle(call) {
        const { name, description = null, tags } = await readBody(call.request, newSchema);
        return save(call, { ...own(call), name, description, tags: tags ?? {} });
      },
    },
    {
      ...{ method: 'PATCH', path: onePath, scope: 'admin', ofAll: true },
      async handle(call) {
        const company = own(call);
        const { name, description, tags } = await readBody(call.request, changeSchema);
        return save(call, {
          ...company,
          name: name ?? company.name,
          description: description ?? company.description,
          tags: tags ?? company.tags,
        });
      },
    },
    {
      ...{ method: 'DELETE', path: onePath, scope: 'admin', ofAll: true },
      async handle(call) {
        const company = own(call);
        const at = host.now().toISOString();
        for (const connection of call.directory.connectionsOf(company)) await removeConnection(storage, connection, at);
        await removeCompany(storage, company, at);
        return new Response(null, { status: 204 });
      },
    },
  ];
}
