import { InputError } from '@cartograph/core';

/**
 * The `fields` of a list as the shop takes them: Magento drops the total unless it is named, answers a spelling mistake with
 * nothing at all, and cannot be read page by page without the ids.
 */
export function listProjection(fields: string | readonly string[], ids: readonly string[]): string {
  const text = typeof fields === 'string' ? fields : `items[${fields.join(',')}]`;
  checkProjection(text);
  const top = topNames(text);
  const own = text.match(/(?:^|,)items\[/);
  const named = own ? topNames(inside(text, (own.index ?? 0) + own[0].length)) : ids;
  const missing = ids.filter(id => !named.includes(id));
  const whole = missing.length > 0 ? text.replace(/(^|,)items\[/, `$1items[${missing.join(',')},`) : text;
  return top.includes('total_count') ? whole : `${whole},total_count`;
}

function checkProjection(text: string): void {
  const isSpelled = /^\w+(?:[\w,[\]]*[\w\]])?$/.test(text) && !/,,|\[,|,\]|\[\]|\]\w|\]\[/.test(text);
  if (!isSpelled || depthAtEnd(text) !== 0)
    throw new InputError('Magento: "fields" must look like sku,items[name,qty]: names, commas and pairs of brackets', {
      field: 'fields',
    });
}

/** NaN where a bracket closes that was not opened. */
function depthAtEnd(text: string): number {
  let depth = 0;
  for (const letter of text) {
    if (letter === '[') depth += 1;
    if (letter === ']') depth -= 1;
    if (depth < 0) return Number.NaN;
  }
  return depth;
}

/** What stands between a bracket and the one that closes it. */
function inside(text: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; end < text.length && depth > 0; end += 1) depth += text[end] === '[' ? 1 : text[end] === ']' ? -1 : 0;
  return text.slice(start, end - 1);
}

function topNames(text: string): string[] {
  let depth = 0;
  let flat = '';
  for (const letter of text) {
    if (letter === ']') depth -= 1;
    if (depth === 0 && letter !== '[' && letter !== ']') flat += letter;
    if (letter === '[') depth += 1;
  }
  return flat.split(',');
}
