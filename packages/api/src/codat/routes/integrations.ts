import { dataTypes, integrationSchema, streamsOf } from '@cartograph/codat';
import type { Connector } from '@cartograph/core';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import type { CodatCall, CodatRoute } from '../call.js';
import { listResponse } from '../listing.js';
import { connectorOf } from '../named.js';
import { platformOf } from '../shapes.js';

/** The platforms, and which data each of them has. Logos are not ours to give out: pictures are drawn from their names. */
export function integrationRoutes({ connectors }: Services): readonly CodatRoute[] {
  const path = '/integrations';
  const own = ({ path }: CodatCall): Connector => connectorOf(connectors, path.platformKey ?? '');
  return [
    {
      ...{ method: 'GET', path, scope: 'read' },
      handle: async call => listResponse(call, path, connectors.map(show), integrationSchema),
    },
    { ...{ method: 'GET', path: `${path}/{platformKey}`, scope: 'read' }, handle: async call => json(show(own(call))) },
    {
      ...{ method: 'GET', path: `${path}/{platformKey}/branding`, scope: 'read' },
      handle: async call => json(branding(own(call))),
    },
  ];
}

function show(connector: Connector) {
  const { integrationKey, ...platform } = platformOf(connector);
  return {
    key: integrationKey,
    logoUrl: picture(connector.title),
    name: connector.title,
    enabled: true,
    ...platform,
    isOfflineConnector: false,
    isBeta: false,
    datatypeFeatures: dataTypes.map(dataType => ({
      ...{ dataType: dataType.name, datatype: dataType.name },
      supportedFeatures: [
        { featureType: 'Get', featureState: streamsOf(connector, dataType).length > 0 ? 'Release' : 'NotSupported' },
      ],
    })),
  };
}

function branding(connector: Connector) {
  const image = { image: { src: picture(connector.title), alt: connector.title } };
  return {
    logo: { full: image, square: image },
    button: { default: image, hover: image },
    sourceId: platformOf(connector).sourceId,
  };
}

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** An SVG of the name, as an address that has the picture in itself. */
function picture(title: string): string {
  const text = title.replace(/[<>&]/g, character => escapes[character] ?? '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><text x="120" y="38" font-family="sans-serif" font-size="24" text-anchor="middle">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
