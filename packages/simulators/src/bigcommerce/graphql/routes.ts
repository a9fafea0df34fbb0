import { json, type Route } from '../../http.js';
import type { Api } from '../endpoints/api.js';
import { objectOf } from '../records/body.js';
import { isDoc } from '../records/fields.js';
import { execute, QueryFault } from './execute.js';
import { parseQuery, SyntaxFault } from './parse.js';
import { querySchema } from './schema.js';

/** Whatever is wrong with a query is told with 200, among the errors. */
export function graphqlRoutes(base: string, api: Api): Route[] {
  const schema = querySchema(api);
  return [
    [
      `POST ${base}/graphql`,
      async ({ request }) => {
        const { query, variables } = await objectOf('v3', request);
        try {
          const selections = parseQuery(String(query ?? ''), isDoc(variables) ? variables : {});
          return json({ data: execute(schema, null, selections) });
        } catch (error) {
          if (!(error instanceof SyntaxFault || error instanceof QueryFault)) throw error;
          return json({ errors: [{ message: error.message }] });
        }
      },
    ],
  ];
}
