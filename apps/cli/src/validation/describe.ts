import { figure, table } from '../output/table.js';
import type { ValidatedRecord, ValidationSummary } from './validate-record.js';

const mostShown = 20;
const mostIds = 3;

/** What needs a look comes first, for a long list is cut. */
export function describeValidation(records: readonly ValidatedRecord[], summary: ValidationSummary): string {
  const sorted = records.toSorted((one, other) => trouble(other) - trouble(one));
  const residues = records.flatMap(residueRows);
  return [
    cut(['id', 'becomes', 'proof', 'set aside because'], sorted.map(recordRow)),
    ...(residues.length > 0 ? [`Unproven:\n${cut(residueHead, residues)}`] : []),
    conclusion(summary),
  ].join('\n\n');
}

const results = ['unproven', 'explained', 'proven'] as const;
const worstOf = ({ proofs }: ValidatedRecord) =>
  results.find(result => proofs.some(proof => proof.result === result)) ?? '–';

const trouble = (record: ValidatedRecord): number =>
  record.setAside !== null ? 2 : worstOf(record) === 'unproven' ? 1 : 0;

const recordRow = (record: ValidatedRecord): string[] => [
  record.id,
  becomes(record) || '–',
  worstOf(record),
  record.setAside?.reason ?? '',
];

function becomes({ yields }: ValidatedRecord): string {
  const resources = [...new Set(yields.map(({ resource }) => resource))];
  return resources
    .map(resource => {
      const ids = yields.filter(made => made.resource === resource).map(({ id }) => id);
      const more = ids.length > mostIds ? ` and ${ids.length - mostIds} more` : '';
      return `${resource} ${ids.slice(0, mostIds).join(', ')}${more}`;
    })
    .join('; ');
}

const residueHead = ['resource', 'id', 'equation', 'stated', 'computed', 'residue'];

const residueRows = ({ proofs }: ValidatedRecord): string[][] =>
  proofs.flatMap(({ resource, id, residues }) =>
    residues.map(({ name, stated, computed, residue }) => [resource, id, name, stated, computed, residue]),
  );

function conclusion({ records, setAside, yields, proofs }: ValidationSummary): string {
  const made = Object.entries(yields).map(([resource, count]) => `${resource} ${figure(count)}`);
  const { proven, explained, unproven } = proofs;
  return [
    `Native records: ${figure(records)}; they become ${made.join(', ') || 'nothing'}; ${figure(setAside)} would be set aside.`,
    `Proofs: ${figure(proven)} proven, ${figure(explained)} explained, ${figure(unproven)} unproven.`,
  ].join('\n');
}

function cut(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const more = rows.length > mostShown ? `\n… and ${rows.length - mostShown} more: --json shows all.` : '';
  return table(head, rows.slice(0, mostShown)) + more;
}
