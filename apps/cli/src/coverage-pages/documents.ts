import type { Connector } from '@cartograph/core';
import { profileTables } from './profiles.js';
import { connectorTable, coveragePage } from './tables.js';

/** A document of which all or a part is generated. */
export interface GeneratedDocument {
  /** From the root of the repository. */
  readonly path: string;
  /** The document as it should be, from the one that is there. */
  render(current: string): string;
}

export const generatedDocuments = (connectors: readonly Connector[]): readonly GeneratedDocument[] => [
  { path: 'docs/coverage.md', render: () => coveragePage(connectors) },
  ...connectors.map(connector => ({
    path: `packages/${connector.id}/README.md`,
    render: (current: string) => withSection(current, 'coverage', connectorTable(connector)),
  })),
  { path: 'docs/sandbox.md', render: current => withSection(current, 'profiles', profileTables(connectors)) },
];

/** Replaces what stands between the markers of this name. Throws where there are none. */
export function withSection(document: string, name: string, section: string): string {
  const begin = `<!-- ${name}: begin, written by npm run coverage:write -->`;
  const end = `<!-- ${name}: end -->`;
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new TypeError(`the document has no "${begin}" … "${end}"`);
  return `${before}${begin}\n\n${section}\n\n${end}${after}`;
}
