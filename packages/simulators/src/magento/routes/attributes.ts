import type { Body } from '../bodies/body.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import type { Shop } from '../shop/shop.js';
import { attributeFields, attributeOptionFields } from './attribute-fields.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Catalog::attributes_attributes';

/** How the values of each kind of input are kept. */
const backendOf: Readonly<Record<string, string>> = {
  text: 'varchar',
  textarea: 'text',
  texteditor: 'text',
  date: 'datetime',
  datetime: 'datetime',
  boolean: 'int',
  multiselect: 'varchar',
  select: 'int',
  price: 'decimal',
  media_image: 'varchar',
  weee: 'static',
  swatch_visual: 'int',
  swatch_text: 'int',
};
const scopes = ['global', 'website', 'store'];
const withOptions = ['select', 'multiselect', 'swatch_visual', 'swatch_text'];

type ToldOption = { readonly label?: string | null; readonly value?: string | null; readonly store_labels?: unknown };

/** Attributes of products and their options. Labels come in the language of the view that asks. */
export function attributeEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const { attributes } = shop.tables;
  let lastOption = 1000;
  const byCode = (code: string | undefined): Body => {
    const attribute = attributes.get(code);
    if (!attribute) throw new Refused(noSuchEntity('attribute_code', code));
    return attribute;
  };
  const optionsOf = (attribute: Body) => (attribute.options ?? []) as Body[];
  const saved = (told: ToldOption): Body => ({
    ...told,
    label: told.label ?? '',
    value: told.value || String(++lastOption),
  });
  const ids = () => attributes.rows().map(row => Number(row.attribute_id));

  const create = (told: Body): Body => {
    const input = String(told.frontend_input);
    demand(['frontend_input', 'attribute_code'].filter(name => !told[name]));
    if (!told.default_frontend_label && !(told.frontend_labels as unknown[] | undefined)?.length)
      throw new Refused(
        refusal(400, '"%fieldName" is required. Enter and try again.', { fieldName: 'frontend_label' }),
      );
    if (!backendOf[input])
      throw new Refused(
        refusal(400, 'Invalid value of "%value" provided for the %fieldName field.', {
          fieldName: 'frontend_input',
          value: input,
        }),
      );
    if (!/^[a-z][a-z0-9_]{0,59}$/.test(String(told.attribute_code)))
      throw new Refused(
        refusal(
          400,
          'The attribute code is invalid. Use only letters (a-z), numbers (0-9) or underscore(_) in this field, first character should be a letter.',
        ),
      );
    if (attributes.get(told.attribute_code))
      throw new Refused(refusal(400, 'Attribute with the same code already exists.'));
    const scope = String(told.scope ?? 'store');
    if (!scopes.includes(scope))
      throw new Refused(
        refusal(400, 'Invalid value of "%value" provided for the %fieldName field.', {
          fieldName: 'scope',
          value: scope,
        }),
      );
    const options = ((told.options ?? []) as ToldOption[]).map(saved);
    return {
      is_required: false,
      frontend_labels: [],
      ...told,
      attribute_id: Math.max(...ids()) + 1,
      entity_type_id: '4',
      is_user_defined: true,
      backend_type: backendOf[input],
      scope,
      options: withOptions.includes(input) ? [{ label: ' ', value: '' }, ...options] : [],
    };
  };

  return [
    ['GET /V1/products/attributes', right, desk.list(all.attributes)],
    [
      'GET /V1/products/attributes/types',
      right,
      () => Object.keys(backendOf).map(value => ({ value, label: value.replaceAll('_', ' ') })),
    ],
    [
      'GET /V1/products/attributes/:attributeCode',
      right,
      ({ params }, scope) => desk.serve(all.attributes, byCode(params.attributeCode), scope),
    ],
    [
      'POST /V1/products/attributes',
      right,
      desk.write({ attribute: attributeFields }, ({ input, scope }) =>
        desk.serve(all.attributes, attributes.put(create(input.attribute as Body)), scope),
      ),
    ],
    [
      'PUT /V1/products/attributes/:attributeCode',
      right,
      desk.write({ attribute: attributeFields }, ({ input, params, scope }) => {
        const known = byCode(params.attributeCode);
        const { options, ...told } = input.attribute;
        const kept = [
          'attribute_id',
          'attribute_code',
          'frontend_input',
          'backend_type',
          'entity_type_id',
          'is_user_defined',
        ];
        const fixed = Object.fromEntries(kept.map(name => [name, known[name]]));
        const row = { ...known, ...told, ...fixed, ...(options ? { options: options.map(saved) } : {}) };
        return desk.serve(all.attributes, attributes.put(row), scope);
      }),
    ],
    [
      'DELETE /V1/products/attributes/:attributeCode',
      right,
      desk.write({}, ({ params }) => {
        const attribute = byCode(params.attributeCode);
        if (!attribute.is_user_defined) throw new Refused(refusal(400, "The system attribute can't be deleted."));
        return attributes.remove(params.attributeCode);
      }),
    ],
    [
      'GET /V1/products/attributes/:attributeCode/options',
      right,
      ({ params }, scope) =>
        optionsOf(byCode(params.attributeCode)).map(({ label, value, store_labels }) => ({
          label: ((store_labels ?? []) as Body[]).find(({ store_id }) => store_id === scope?.id)?.label ?? label,
          value,
        })),
    ],
    [
      'POST /V1/products/attributes/:attributeCode/options',
      right,
      desk.write({ option: attributeOptionFields }, ({ input, params }) => {
        const attribute = byCode(params.attributeCode);
        if (!input.option.label)
          throw new Refused(refusal(400, 'The attribute option label is empty. Enter the value and try again.'));
        if (optionsOf(attribute).some(({ label }) => label === input.option.label))
          throw new Refused(
            refusal(400, 'Admin store attribute option label "%1" is already exists.', [input.option.label]),
          );
        const option = saved({ ...input.option, value: null });
        attributes.put({ ...attribute, options: [...optionsOf(attribute), option] });
        return option.value;
      }),
    ],
    [
      'PUT /V1/products/attributes/:attributeCode/options/:optionId',
      right,
      desk.write({ option: attributeOptionFields }, ({ input, params }) => {
        const attribute = byCode(params.attributeCode);
        const known = optionsOf(attribute).find(({ value }) => value === params.optionId);
        if (!known)
          throw new Refused(
            refusal(404, "The '%1' attribute doesn't include an option id '%2'.", [
              params.attributeCode,
              params.optionId,
            ]),
          );
        const option = { ...known, ...input.option, value: known.value };
        attributes.put({
          ...attribute,
          options: optionsOf(attribute).map(other => (other === known ? option : other)),
        });
        return true;
      }),
    ],
    [
      'DELETE /V1/products/attributes/:attributeCode/options/:optionId',
      right,
      desk.write({}, ({ params }) => {
        const attribute = byCode(params.attributeCode);
        const options = optionsOf(attribute).filter(({ value }) => value !== params.optionId);
        if (options.length === optionsOf(attribute).length)
          throw new Refused(
            refusal(404, 'The "%1" attribute doesn\'t include an option with "%2" ID.', [
              params.attributeCode,
              params.optionId,
            ]),
          );
        attributes.put({ ...attribute, options });
        return true;
      }),
    ],
  ];
}
