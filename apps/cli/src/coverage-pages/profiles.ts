import type { Connector } from '@cartograph/core';
import { type QuirkProfile, sharedProfiles } from '@cartograph/simulators';
import { profilesOf } from '../sandbox/simulators.js';
import { table } from './tables.js';

const lines = (profiles: readonly QuirkProfile[]): string =>
  table(
    ['profile', 'what the shop does'],
    profiles.map(({ name, description }) => [`\`${name}\``, description]),
  );

/** The quirk profiles of sandboxes: those that every platform has, then those of each. */
export function profileTables(connectors: readonly Connector[]): string {
  const shared = new Set(sharedProfiles.map(({ name }) => name));
  const own = connectors.map(({ id, title }) => ({
    title,
    profiles: profilesOf(id).filter(({ name }) => !shared.has(name)),
  }));
  return [
    '### Every platform',
    lines(sharedProfiles),
    ...own.flatMap(({ title, profiles }) => (profiles.length > 0 ? [`### ${title}`, lines(profiles)] : [])),
  ].join('\n\n');
}
