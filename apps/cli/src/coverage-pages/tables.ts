import { absenceOf, type Connector, coveredFields, type FieldCoverage, resourceNames } from '@cartograph/core';
import { countsOf } from './counts.js';

/** Lines of a Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The page of all connectors: what each gives of every resource, then of every field. */
export function coveragePage(connectors: readonly Connector[]): string {
  const titles = connectors.map(({ title }) => title);
  const provided = resourceNames.filter(name => connectors.some(({ coverage }) => absenceOf(coverage[name]) === null));
  const overview = resourceNames.map(name => [
    provided.includes(name) ? `[${name}](#${name.toLowerCase()})` : name,
    ...connectors.map(connector => {
      const { provided, derived, absent } = countsOf(connector, name);
      const reason = absenceOf(connector.coverage[name]);
      return reason === null ? `${provided} provided, ${derived} derived, ${absent} absent` : `none: ${reason}`;
    }),
  ]);
  const sections = provided.flatMap(name => {
    const covered = connectors.filter(({ coverage }) => absenceOf(coverage[name]) === null);
    const fields = covered.map(({ coverage }) => coveredFields(coverage[name]));
    const paths = pathsOf(fields);
    const rows = paths.map(path => [`\`${path}\``, ...fields.map(own => cellOf(own, path))]);
    return [`## ${name}`, table(['field', ...covered.map(({ title }) => title)], rows)];
  });
  return `${[
    '# Coverage',
    'What each connector gives of the model: as the platform has it (`provided`), by a rule (`derived`), or not at all, and why (`absent`).\n' +
      'This page is made of the mappers themselves: `npm run coverage:write` writes it anew.',
    table(['resource', ...titles], overview),
    ...sections,
  ].join('\n\n')}\n`;
}

/** The table of one connector. */
export const connectorTable = (connector: Connector): string =>
  table(
    ['resource', 'provided', 'derived', 'absent', ''],
    resourceNames.map(name => {
      const reason = absenceOf(connector.coverage[name]);
      const { provided, derived, absent } = countsOf(connector, name);
      return reason === null
        ? [name, String(provided), String(derived), String(absent), '']
        : [name, '–', '–', '–', reason];
    }),
  );

/** The fields of all, those below a field directly after it. */
function pathsOf(fields: readonly FieldCoverage[]): readonly string[] {
  const paths: string[] = [];
  for (const own of fields) {
    for (const path of Object.keys(own)) {
      if (paths.includes(path)) continue;
      const last = paths.findLastIndex(other => other.startsWith(`${parentOf(path)}`));
      paths.splice(parentOf(path) === '' || last < 0 ? paths.length : last + 1, 0, path);
    }
  }
  return paths;
}

/** `lines[]` of `lines[].sku`, without the brackets; empty at the top. */
const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('.'), 0)).replace(/\[\]$/, '');

/** What a connector says of a field. Where it has no table for what is below a field, the field speaks for it. */
function cellOf(fields: FieldCoverage, path: string): string {
  const provision = fields[path];
  if (provision === undefined) return withParent(fields, parentOf(path));
  if (provision.kind === 'provided') return 'provided';
  return provision.kind === 'derived' ? `derived: ${provision.rule}` : `absent: ${provision.reason}`;
}

function withParent(fields: FieldCoverage, parent: string): string {
  if (parent === '') return '';
  return parent in fields ? `with \`${parent}\`` : withParent(fields, parentOf(parent));
}
