import { z } from 'zod';

declare const linked: unique symbol;

/** A part of a V2 record that stands elsewhere: `client.follow` fetches it. Its type says of what. */
export interface Link<Item = unknown> {
  readonly url?: string | null | undefined;
  /** The path below V2: `/orders/7/products`. Its spelling may differ from that of the endpoint. */
  readonly resource?: string | null | undefined;
  readonly [linked]?: Item;
}

const linkSchema = z.object({ url: z.string().nullish(), resource: z.string().nullish() });

export const linkTo = <Item>() => linkSchema as unknown as z.ZodType<Link<Item>, Link<Item>>;
