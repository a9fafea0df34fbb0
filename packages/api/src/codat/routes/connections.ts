import { randomUUID } from 'node:crypto';
import { connectionSchema } from '@cartograph/codat';
import { paused } from '@cartograph/core';
import { z } from 'zod';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import { readBody } from '../body.js';
import type { CodatCall, CodatRoute } from '../call.js';
import { greet, readSettings } from '../credentials.js';
import { addLink, type CodatConnection, removeConnection, saveCompany, unlinkedBecause } from '../directory.js';
import { CodatError, invalid } from '../error.js';
import { listResponse } from '../listing.js';
import { connectorOf } from '../named.js';
import { showConnection } from '../shapes.js';
import { tellFailed } from '../webhooks/failed.js';

const newSchema = z.object({ platformKey: z.string() });
const statusSchema = z.object({ status: z.literal('Unlinked') });
const credentialsSchema = z.record(z.string(), z.unknown());

export function connectionRoutes(services: Services): readonly CodatRoute[] {
  const { storage, host, settings, connectors } = services;
  const path = '/companies/{companyId}/connections';
  const onePath = `${path}/{connectionId}`;
  const show = ({ request }: CodatCall, connection: CodatConnection) =>
    showConnection(storage, connection, new URL(request.url).origin);
  const own = ({ directory, path }: CodatCall): CodatConnection =>
    directory.connection(path.companyId ?? '', path.connectionId ?? '');
  return [
    {
      ...{ method: 'GET', path, scope: 'read' },
      async handle(call) {
        const company = call.directory.company(call.path.companyId ?? '');
        const connections = call.directory.connectionsOf(company).map(one => show(call, one));
        const own = `/companies/${company.id}/connections`;
        return listResponse(call, own, await Promise.all(connections), connectionSchema);
      },
    },
    {
      ...{ method: 'POST', path, scope: 'admin', ofAll: true },
      async handle(call) {
        const company = call.directory.company(call.path.companyId ?? '');
        const { platformKey } = await readBody(call.request, newSchema);
        const connector = connectorOf(connectors, platformKey);
        const created = host.now().toISOString();
        const link = { id: randomUUID(), companyId: company.id, platform: connector.id, created };
        // The company may be one that is there only as long as it has other connections.
        await saveCompany(storage, company);
        await addLink(storage, link);
        return json(await show(call, { ...link, connector, stored: null, status: 'PendingAuth' }));
      },
    },
    { ...{ method: 'GET', path: onePath, scope: 'read' }, handle: async call => json(await show(call, own(call))) },
    {
      ...{ method: 'PATCH', path: onePath, scope: 'admin' },
      async handle(call) {
        const connection = own(call);
        await readBody(call.request, statusSchema);
        const { stored, status } = connection;
        if (stored === null || status !== 'Linked')
          throw invalid(`only a connection that is Linked can be unlinked, and this one is ${status}`);
        const unlinked = paused(stored, unlinkedBecause);
        await storage.saveConnection(unlinked, host.now().toISOString());
        return json(await show(call, { ...connection, stored: unlinked, status: 'Unlinked' }));
      },
    },
    {
      ...{ method: 'DELETE', path: onePath, scope: 'admin' },
      async handle(call) {
        await removeConnection(storage, own(call), host.now().toISOString());
        return new Response(null, { status: 200 });
      },
    },
    {
      ...{ method: 'PUT', path: `${onePath}/authorization`, scope: 'admin' },
      async handle(call) {
        const connection = own(call);
        const { connector, platform } = connection;
        const given = readSettings(connector, await readBody(call.request, credentialsSchema));
        const shop = await greet(services, connector, given).catch(async error => {
          if (error instanceof CodatError) await tellFailed(storage, connection, error.message, host.now());
          throw error;
        });
        const { id, createdAt } = connection.stored ?? { id: connection.id, createdAt: host.now().toISOString() };
        const stored = { id, platform, settings: settings.seal(id, given), shop, createdAt, pausedBecause: null };
        await storage.saveConnection(stored, host.now().toISOString());
        return json(await show(call, { ...connection, stored, status: 'Linked' }));
      },
    },
  ];
}
