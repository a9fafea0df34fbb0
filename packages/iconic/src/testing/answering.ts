import { createHost } from '@cartograph/connector-kit';
import { createIconicClient } from '../client.js';

const success = '<SuccessResponse><Head><RequestId>r-1</RequestId></Head></SuccessResponse>';

/** One body that every reader of an answer can read: a record, a list in its envelope, and a job that has ended. */
const anything = { id: 1, items: [{ id: 1, publicId: 'u' }], pagination: { totalCount: 1 }, status: 'Finished' };

/** A client of a platform that says yes to everything, and what it was asked. */
export function openAnswering() {
  const asked: Request[] = [];
  const host = createHost({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith('/oauth/client-credentials'))
        return Response.json({ access_token: 't', expires_in: 3600 });
      asked.push(request);
      return request.url.includes('xml') ? new Response(success) : Response.json(anything);
    },
  });
  const settings = { clientId: 'app', clientSecret: 'secret', baseUrl: 'http://shop.test' };
  return { client: createIconicClient(settings, host, { validate: false }), asked };
}
