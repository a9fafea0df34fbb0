import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { createFetch } from './fetch.js';

/** What is reserved of IPv4: https://www.iana.org/assignments/iana-ipv4-special-registry */
const reserved = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  reserved.addSubnet(network, bits);

/** All that IPv6 has given out for the public, and what in it leads elsewhere: https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const tunnels = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  tunnels.addSubnet(network, bits, 'ipv6');

/** False for addresses of this machine, of its own network, and for those that mean something else than a machine. */
export const isPublic = (address: string): boolean =>
  isIPv6(address)
    ? global.check(address, 'ipv6') && !tunnels.check(address, 'ipv6')
    : isIP(address) === 4 && !reserved.check(address, 'ipv4');

/** Named `code` as Node's own errors are, so that it is told apart from a failure of the network. */
const refusal = (host: string): Error =>
  Object.assign(new Error(`${host} has an address that is not public`), { code: 'ERR_PRIVATE_ADDRESS' });

/**
 * `fetch` for addresses that users give: it reaches public ones alone. The address is looked at when the connection is
 * made to it, after the name was resolved, so that neither a redirect nor a name that changes its mind gets around it.
 */
export function createPublicFetch(
  lookup: typeof resolve = resolve,
  options: Omit<Agent.Options, 'connect'> = {},
): typeof globalThis.fetch {
  const guarded: LookupFunction = (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || first === undefined) return done(error ?? refusal(host), '', 0);
      if (!addresses.every(({ address }) => isPublic(address))) return done(refusal(host), '', 0);
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ lookup: guarded });
  return createFetch(
    new Agent({
      ...options,
      connect(options, done) {
        // No name, so nothing is looked up.
        const host = options.hostname.replace(/^\[|\]$/g, '');
        if (isIP(host) !== 0 && !isPublic(host)) return done(refusal(host), null);
        return connect(options, done);
      },
    }),
  );
}
