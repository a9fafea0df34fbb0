import { type Call, empty, json, type Route } from '../../http.js';
import type { Api } from '../endpoints/api.js';
import { listOf, passing } from '../query.js';
import { invalid, Refusal } from '../refusal.js';
import { eachOf, faultsOf, problemOf } from './batch.js';
import { listOfObjects } from './body.js';
import type { Doc } from './fields.js';
import { testsOf } from './filters.js';
import { createWriter } from './resource.js';
import { named, shown, type V3Resource, v3Resource } from './v3-resource.js';

interface Batches {
  /** Most rows of one POST, and of one PUT. */
  readonly created: number;
  readonly changed?: number;
  /** What a write answers with; the rows unless told. */
  readonly answer?: (rows: readonly unknown[]) => Response;
  /** The refusal of a batch, made of its faults; a problem with them all unless told. */
  readonly refusal?: (faults: Readonly<Record<string, string>>) => Refusal;
  readonly deleted?: () => Response;
}

/** A resource that is written by lists, and deleted by a filter: one wrong row refuses the list. */
export function v3Batch(resource: V3Resource, api: Api, batches: Batches): Route[] {
  const writer = createWriter('v3', resource);
  const { path, key = 'id' } = resource;
  const { created, changed = created, answer = data => json({ data, meta: {} }), deleted = () => empty() } = batches;

  const write = async (call: Call, most: number, one: (body: Doc) => Doc, undo: () => void): Promise<Response> => {
    const outcome = eachOf(await listOfObjects('v3', call.request, most), one);
    if (outcome.refused.length === 0) return answer(outcome.done.map(shown(resource, api, call)));
    undo();
    if (batches.refusal) throw batches.refusal(faultsOf(outcome));
    const errors = problemOf(outcome);
    throw new Refusal(errors.status, errors);
  };

  return [
    ...v3Resource({ ...resource, only: resource.only ?? ['list'] }, api).routes,
    [
      `POST ${path}`,
      call => {
        const made: Doc[] = [];
        const one = (body: Doc): Doc => {
          const row = writer.create(call, body);
          made.push(row);
          return row;
        };
        return write(call, created, one, () => {
          for (const row of made) resource.rows(call).remove(row);
        });
      },
    ],
    [
      `PUT ${path}`,
      call => {
        const before: (readonly [Doc, Doc])[] = [];
        const one = ({ [key]: id, ...body }: Doc): Doc => {
          const row = resource.rows(call).find(id);
          if (!row) throw invalid('v3', { [key]: `There is no record ${id}.` });
          before.push([row, { ...row }]);
          return writer.update(call, row, body);
        };
        return write(call, changed, one, () => {
          for (const [row, known] of before) resource.rows(call).change(row, known);
        });
      },
    ],
    [
      `DELETE ${path}`,
      call => {
        const rows = resource.filters
          ? named(resource, call)
          : passing(resource.rows(call).all, testsOf({ [key]: 'number' }, call.query));
        if (!resource.filters && !listOf(call.query, `${key}:in`))
          throw invalid('v3', { [key]: `${key}:in is required.` });
        for (const row of [...rows]) writer.remove(call, row);
        return deleted();
      },
    ],
  ];
}
