/** Whether trying again may help, and whether the platform may have acted. */
export type NetworkFailureKind = 'unreached' | 'broken' | 'permanent';

interface NetworkFailure {
  /** `unreached`: the request was never sent. */
  readonly kind: NetworkFailureKind;
  /** A code such as ECONNRESET, or words where there is none. May quote what was sent. */
  readonly reason: string | null;
  /** Completes "the host …". */
  readonly says: string;
  readonly fix: string;
}

type Row = Omit<NetworkFailure, 'reason'>;

const unknownName: Row = { kind: 'unreached', says: 'is not known', fix: 'check the address' };
const noLookUp: Row = { kind: 'unreached', says: 'could not be looked up', fix: 'check the network and the address' };
const closed: Row = {
  kind: 'unreached',
  says: 'refuses the connection',
  fix: 'check the address and the port, and that it is running',
};
const noRoute: Row = { kind: 'unreached', says: 'cannot be reached', fix: 'check the network and the address' };
const reset: Row = { kind: 'broken', says: 'broke off the connection', fix: 'try again later' };
const slow: Row = { kind: 'broken', says: 'did not answer in time', fix: 'try again later' };
const untrusted: Row = {
  kind: 'permanent',
  says: 'shows a certificate that is not trusted',
  fix: 'check the address, or have the certificate repaired or its authority added to NODE_EXTRA_CA_CERTS',
};
const forbidden: Row = { kind: 'permanent', says: 'may not be asked on that port', fix: 'check the port' };
const noTls: Row = { kind: 'permanent', says: 'does not speak TLS there', fix: 'check http or https, and the port' };

/** Codes of Node and of its HTTP client: https://nodejs.org/docs/latest-v20.x/api/errors.html, https://undici.nodejs.org */
const rows: Readonly<Record<string, Row>> = {
  ENOTFOUND: unknownName,
  EAI_AGAIN: noLookUp,
  ECONNREFUSED: closed,
  ENETUNREACH: noRoute,
  EHOSTUNREACH: noRoute,
  ECONNRESET: reset,
  EPIPE: reset,
  UND_ERR_SOCKET: reset,
  ETIMEDOUT: slow,
  UND_ERR_CONNECT_TIMEOUT: slow,
  UND_ERR_HEADERS_TIMEOUT: slow,
  UND_ERR_BODY_TIMEOUT: slow,
  CERT_HAS_EXPIRED: { ...untrusted, says: 'shows a certificate that has expired' },
  ERR_TLS_CERT_ALTNAME_INVALID: { ...untrusted, says: 'shows a certificate for another name' },
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  // Ports of other protocols, which fetch refuses by a message without a code: https://fetch.spec.whatwg.org/#port-blocking
  'bad port': forbidden,
  ERR_PRIVATE_ADDRESS: {
    kind: 'permanent',
    says: 'has an address that is not public',
    fix: 'check the address; whoever runs the server may allow it',
  },
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
};

/** The code, or else the words, of the deepest cause: fetch wraps what really happened. */
function reasonOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const inner = 'cause' in error ? reasonOf(error.cause) : null;
  if (inner !== null) return inner;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error && error.message !== '' ? error.message : null;
}

export function networkFailure(cause: unknown, timedOut: boolean): NetworkFailure {
  if (timedOut) return { ...slow, reason: 'TIMEOUT' };
  const reason = reasonOf(cause);
  const row = reason === null ? undefined : rows[reason];
  return { ...(row ?? { kind: 'broken', says: 'gave no answer', fix: 'try again later' }), reason };
}
