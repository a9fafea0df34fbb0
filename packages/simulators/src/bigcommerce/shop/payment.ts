import { type Money, toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import { convert } from './cart.js';
import { amazonChannel, posChannel } from './channels.js';
import type { Currency } from './currencies.js';
import type { PaymentMethod, Tender } from './order-model.js';

const method = (
  name: string,
  gateway: string,
  kind: PaymentMethod['method'],
  flow: PaymentMethod['flow'],
): PaymentMethod => ({ name, gateway, method: kind, flow });

const stripe = method('Credit Card', 'stripe', 'credit_card', 'purchase');
const braintree = method('Credit Card', 'braintree', 'credit_card', 'authorize');
const square = method('Square', 'squarev2', 'credit_card', 'purchase');
const paypal = method('PayPal', 'paypalexpress', 'electronic_wallet', 'purchase');
const applePay = method('Apple Pay', 'stripe', 'apple_pay_token', 'purchase');
const afterpay = method('Afterpay', 'afterpay', 'electronic_wallet', 'authorize');
const transfer = method('Bank Deposit', 'bankdeposit', 'offline', 'pend');
const cheque = method('Cheque', 'cheque', 'offline', 'unrecorded');
const cash = method('Cash on Delivery', 'cod', 'offline', 'unrecorded');
const cashInStore = method('Pay in Store', 'instore', 'offline', 'pend');
const marketplace = method('Amazon', 'custom', 'custom', 'purchase');
/** The merchant trying things out: its transactions say that they are tests. */
const trial = method('Test Payment Gateway', 'testgateway', 'credit_card', 'purchase');
const manual = method('Manual', 'custom', 'custom', 'unrecorded');

/** What `/v2/payments/methods` shows: by its own words incomplete. */
export const listedMethods = [stripe, braintree, square, paypal, transfer, cheque, cash, cashInStore];

export function choosePayment(random: Random, channelId: number, writtenByApi: boolean): PaymentMethod {
  if (writtenByApi) return manual;
  if (channelId === amazonChannel) return marketplace;
  if (channelId === posChannel) return random.pick([square, cashInStore]);
  return random.weighted([
    [stripe, 34],
    [braintree, 22],
    [paypal, 20],
    [applePay, 8],
    [afterpay, 6],
    [transfer, 5],
    [cheque, 2],
    [cash, 3],
    [trial, 0.2],
  ]);
}

/** An order that needs no money from a gateway is named after what paid for it. */
export function coveredBy({ storeCredit, giftCertificate }: Tender): PaymentMethod {
  const name = giftCertificate > 0 ? 'Gift Certificate' : storeCredit > 0 ? 'Store Credit' : '';
  return method(name, '', 'none', 'unrecorded');
}

/** Store credit and gift certificates pay for an order, they do not make it cheaper. */
export function decideTender(random: Random, total: Money, hasAccount: boolean, currency: Currency): Tender {
  const plan = random.weighted([
    ['none', 92],
    ['credit', 3],
    ['certificate', 3],
    ['both', 0.6],
    ['allCertificate', 0.7],
    ['allCredit', 0.7],
  ] as const);
  const some = () => Math.min(total, convert(toMoney(random.int(5, 40)), currency));
  const wantsCredit = hasAccount && (plan === 'credit' || plan === 'both' || plan === 'allCredit');
  const wantsCertificate = plan === 'certificate' || plan === 'both' || plan === 'allCertificate';
  const giftCertificate = wantsCertificate ? (plan === 'allCertificate' ? total : some()) : 0;
  const open = total - giftCertificate;
  const storeCredit = wantsCredit ? (plan === 'allCredit' ? open : Math.min(open, some())) : 0;
  return { storeCredit, giftCertificate, due: open - storeCredit };
}
