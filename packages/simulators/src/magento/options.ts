import type { SimulatorOptions } from '../simulator.js';
import type { SignatureMethod } from './auth/signature.js';
import type { RequestLimit } from './protocol/limit.js';
import type { Charging } from './shop/stores.js';

export interface MagentoSimulatorOptions extends SimulatorOptions {
  /** Which credentials `config` hands out; all three ways work at any time. */
  readonly auth?: 'oauth1' | 'bearer' | 'admin';
  /** A path in front of `/rest`, such as `/shop`. */
  readonly basePath?: string;
  /** Releases before 2.4.4 also took HMAC-SHA1. */
  readonly signatureMethods?: readonly SignatureMethod[];
  /** Real time in milliseconds, against which signatures' time stamps are held. Without it any positive stamp is taken. */
  readonly signingTime?: () => number;
  /** Whether the integration's access token works as a bearer token; since 2.4.4 a merchant has to allow it. */
  readonly integrationBearer?: boolean;
  /** Rights that the credentials lack, such as `Magento_Sales::transactions_fetch`. */
  readonly denied?: readonly string[];
  /** What a page beyond the last shows: the last page again (through 2.3), or nothing (since 2.4.0). */
  readonly pastEnd?: 'repeat' | 'empty';
  /** How an empty list writes its items. */
  readonly emptyItems?: 'array' | 'null';
  /** Turns on the web API input limits: the largest page, and 20 rows where none is asked for. */
  readonly maxPageSize?: number;
  /** Prints some records' fractions with seventeen digits. */
  readonly floatNoise?: boolean;
  /** False where the merchant removed multi-source inventory: its routes are gone. */
  readonly inventory?: boolean;
  /** What every store view charges in, instead of its own currency; the base currencies stay. */
  readonly paidIn?: Charging;
  /** Where the shop's own requests go: the post to an integration's callback. Without it they are lost. */
  readonly deliver?: (request: Request) => Promise<Response>;
  /** False where the consumer of queued writes does not run: they wait for ever. */
  readonly asyncConsumer?: boolean;
  /** A limit in front of the shop; Magento itself has none. */
  readonly limit?: RequestLimit;
}
