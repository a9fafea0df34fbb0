export type ItemStatusWord =
  | 'pending'
  | 'shipped'
  | 'canceled'
  | 'returned'
  | 'failed'
  | 'delivered'
  | 'ready_to_ship'
  | 'return_shipped_by_customer'
  | 'return_waiting_for_approval'
  | 'return_rejected'
  | 'return_delivered'
  | 'payment_pending';

type ShippingGroup = 'economy' | 'express' | 'standard' | 'digital' | 'sameday' | 'air' | 'surface';

/** Filters of `GET /v2/orders`. A Date goes with its zone; a text goes as it is. */
export interface OrderFilters {
  readonly section?: `status_${ItemStatusWord}` | `group_${ShippingGroup}`;
  /** Placed, from and to, inclusive. */
  readonly dateStart?: Date | string;
  readonly dateEnd?: Date | string;
  /** Orders with at least one item updated within, inclusive. */
  readonly updateDateStart?: Date | string;
  readonly updateDateEnd?: Date | string;
  readonly orderIds?: readonly (string | number)[];
  readonly orderNumbers?: readonly string[];
  readonly packed?: 'fully_packed' | 'partially_packed' | 'not_packed';
  /** Words of a name. */
  readonly customers?: readonly string[];
  readonly productSku?: readonly string[];
  readonly shipmentType?: 'warehouse' | 'dropshipping' | 'crossdocking';
  readonly shipmentProviders?: readonly string[];
  readonly paymentMethods?: readonly string[];
  readonly warehouses?: readonly string[];
  readonly orderSources?: readonly string[];
  readonly cancelationReasons?: readonly string[];
  readonly fulfilmentType?: readonly ('merchant' | 'venture')[];
  readonly tags?: readonly string[];
  readonly outlet?: true;
  readonly invoiceRequired?: true;
  readonly includeVoucherDetails?: boolean;
  readonly sort?: 'createdAt' | 'updatedAt';
  readonly sortDir?: 'asc' | 'desc';
}

/** Filters of `GET /v2/order-items`, as those of orders. */
export interface OrderItemFilters {
  readonly orderItemIds?: readonly (string | number)[];
  readonly orderIds?: readonly (string | number)[];
  readonly orderNumbers?: readonly string[];
  readonly createdAtStart?: Date | string;
  readonly createdAtEnd?: Date | string;
  readonly updatedAtStart?: Date | string;
  readonly updatedAtEnd?: Date | string;
  readonly status?: readonly Exclude<ItemStatusWord, 'payment_pending'>[];
  readonly shipmentType?: 'warehouse' | 'dropshipping' | 'crossdocking';
  readonly includeVoucherDetails?: boolean;
  readonly sort?: 'updatedAt';
  readonly sortDir?: 'asc' | 'desc';
}

/** Filters of `GET /v2/product-sets`. Dates are days, `2026-01-31`, in the venture's zone. */
export interface ProductSetFilters {
  readonly status?:
    | 'all'
    | 'active'
    | 'inactive-all'
    | 'deleted-all'
    | 'image-missing'
    | 'pending'
    | 'rejected'
    | 'sold-out';
  readonly createDateStart?: string;
  readonly createDateEnd?: string;
  readonly updateDateStart?: string;
  readonly updateDateEnd?: string;
  readonly keyword?: string;
  readonly brandIds?: readonly number[];
  readonly categoryIds?: readonly number[];
  readonly productSetIds?: readonly (string | number)[];
  readonly productSetUuids?: readonly string[];
  readonly parentSku?: string;
  readonly inStock?: true;
  readonly orderBy?: 'createdAt';
  readonly orderDirection?: 'ASC' | 'DESC';
}

/** Filters of `GET /v2/brands`. */
export interface BrandFilters {
  readonly name?: string;
  readonly brandIds?: readonly (string | number)[];
  /** Also those not open to the seller. */
  readonly includeInaccessible?: boolean;
  readonly sort?: 'createdAt' | 'updatedAt' | 'name';
  readonly sortDir?: 'asc' | 'desc';
}

/** Filters of `GET /v2/categories`. */
export interface CategoryFilters {
  /** Part of a name. */
  readonly query?: string;
  /** Also those not open to the seller. */
  readonly includeInaccessible?: boolean;
}

export interface PageOptions {
  /** At most 100. */
  readonly limit?: number;
  readonly offset?: number;
}
