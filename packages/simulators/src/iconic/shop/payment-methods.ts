/** Names as orders have them, with the name that is displayed and how many of 100 orders are paid so. */
const table = [
  ['adyen_creditcard', 'Credit Card', 50],
  ['paypal_payment', 'PayPal', 22],
  ['afterpay_pay_later', 'Afterpay', 20],
  ['adyen_applepay', 'Apple Pay', 8],
] as const;

export const paymentMethodNames: ReadonlyMap<string, string> = new Map(
  table.map(([name, displayName]) => [name, displayName]),
);

export const paymentMethodShares = table.map(([name, , share]) => [name, share] as const);
