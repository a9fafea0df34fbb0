export interface Link {
  readonly url: string;
  readonly resource: string;
}

/** Links always name the platform's own host, wherever the API was reached. */
export const link = (storeHash: string, resource: string): Link => ({
  url: `https://api.bigcommerce.com/stores/${storeHash}/v2${resource}`,
  resource,
});
