import type { ListPage, ListQuery } from '@cartograph/core';
import type { Database, Statement } from 'better-sqlite3';
import { accessOf } from './access.js';
import { finder } from './find.js';
import { indexKeeper } from './indexes.js';
import { canMerge, merger } from './merge.js';
import { shower } from './show.js';
import { sourcesOf } from './sources.js';

const mostStatements = 500;

export function lister(database: Database): (query: ListQuery) => ListPage {
  const statements = new Map<string, Statement<unknown[]>>();
  function prepare(sql: string): Statement<unknown[]> {
    const statement = statements.get(sql) ?? database.prepare<unknown[]>(sql);
    if (statements.size >= mostStatements) statements.clear();
    statements.set(sql, statement);
    return statement;
  }
  const keepIndex = indexKeeper(database);
  const merge = merger(prepare);
  const find = finder(prepare);
  const show = shower(prepare);
  const allConnections = database.prepare<[], string>('SELECT id FROM connections ORDER BY id').pluck();
  // What is found is shown as it was when it was found, whatever another process writes in between.
  const list = database.transaction((query: ListQuery, access: ReturnType<typeof accessOf>): ListPage => {
    const connections = query.connections ? [...new Set(query.connections)] : allConnections.all();
    const sources = sourcesOf(access, connections, query.after);
    const { keys, next } = canMerge(access, sources) ? merge(access, sources, query) : find(access, sources, query);
    return { ...show(keys, query.fields, query.around?.(next)), next };
  });
  return query => {
    const access = accessOf(query);
    keepIndex(access.index);
    return list.deferred(query, access);
  };
}
