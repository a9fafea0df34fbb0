import type { Connector } from '@cartograph/core';
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
    render: (current: string) => withSection(current, connectorTable(connector)),
  })),
];

const begin = '<!-- coverage: begin, written by npm run coverage:write -->';
const end = '<!-- coverage: end -->';

/** Replaces what stands between the markers. Throws where there are none. */
export function withSection(document: string, section: string): string {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new TypeError(`the document has no "${begin}" … "${end}"`);
  return `${before}${begin}\n\n${section}\n\n${end}${after}`;
}
