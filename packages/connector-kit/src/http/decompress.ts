import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;
type Decompress = (bytes: Bytes) => Promise<Bytes>;

const unzip: Decompress = promisify(gunzip);
const withHeader: Decompress = promisify(inflate);
const bare: Decompress = promisify(inflateRaw);

/** Some servers send the bare stream under the name of the one with a header, whose first four bits are always 8. */
const deflated: Decompress = bytes => (((bytes[0] ?? 0) & 0x0f) === 0x08 ? withHeader(bytes) : bare(bytes));

const codings: Readonly<Record<string, Decompress>> = {
  gzip: unzip,
  'x-gzip': unzip,
  deflate: deflated,
  br: promisify(brotliDecompress),
};

/** What `decompress` can undo, as a request says it. */
export const acceptedCodings = 'gzip, deflate, br';

/** Undoes the codings of a Content-Encoding, the last one first. A body in a coding that is not known stays as it came. */
export async function decompress(bytes: Bytes, contentEncoding: string | null): Promise<Bytes> {
  if (bytes.length === 0 || contentEncoding === null) return bytes;
  const names = contentEncoding.toLowerCase().split(',');
  let plain = bytes;
  for (const name of names.reverse()) {
    const coding = codings[name.trim()];
    if (coding === undefined) return plain;
    plain = await coding(plain);
  }
  return plain;
}
