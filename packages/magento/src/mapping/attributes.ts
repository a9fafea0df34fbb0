import { text } from '@cartograph/connector-kit';
import type { NativeProduct } from '../native/product.js';

function attribute({ custom_attributes }: NativeProduct, code: string) {
  for (const { attribute_code, value } of custom_attributes ?? []) if (attribute_code === code) return value;
  return null;
}

/** The value of a custom attribute; null when it is not set or is a list. */
export function attributeText(product: NativeProduct, code: string): string | null {
  const value = attribute(product, code);
  return Array.isArray(value) ? null : text(value);
}

export function attributeList(product: NativeProduct, code: string): string[] {
  const value = attribute(product, code);
  return (Array.isArray(value) ? value : []).map(text).filter(part => part !== null);
}
