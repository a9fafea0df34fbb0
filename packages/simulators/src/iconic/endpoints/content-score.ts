import { json, type Route } from '../../http.js';
import { readBody } from '../body.js';
import { categories } from '../catalog/categories.js';
import { found, problem } from '../problems.js';
import type { World } from '../world.js';

interface Content {
  readonly name: string;
  readonly description: string;
  readonly barcode: string;
}

const ideal = { titleCharacters: 20, descriptionWords: 10 };

/** Each rule gives its points when it is kept. */
function rulesFor({ name, description, barcode }: Content) {
  const words = description
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
  return [
    {
      ruleGroup: 'TitleChars',
      maxPoints: 40,
      isSuccessful: name.length >= ideal.titleCharacters,
      productValue: String(name.length),
      recommendation: `Use at least ${ideal.titleCharacters} characters`,
      ruleParameters: { min: ideal.titleCharacters },
    },
    {
      ruleGroup: 'DescriptionWords',
      maxPoints: 40,
      isSuccessful: words >= ideal.descriptionWords,
      productValue: String(words),
      recommendation: `Use at least ${ideal.descriptionWords} words`,
      ruleParameters: { min: ideal.descriptionWords },
    },
    {
      ruleGroup: 'Barcode',
      maxPoints: 20,
      isSuccessful: barcode !== '',
      productValue: barcode,
      recommendation: 'Give the barcode',
      ruleParameters: {},
    },
  ];
}

/** The document shows one rule in the report: here it is the first that is not kept, or the first of all. */
function scoreBody(content: Content) {
  const rules = rulesFor(content).map(rule => ({
    points: rule.isSuccessful ? rule.maxPoints : 0,
    ...rule,
    metric: rule.ruleGroup,
  }));
  return {
    status: 'calculated',
    score: rules.reduce((sum, { points }) => sum + points, 0),
    score_report: rules.find(({ isSuccessful }) => !isSuccessful) ?? rules[0],
  };
}

export const contentScoreRoutes = (world: World): Route[] => [
  [
    'GET /v2/content-score/product-set/:id',
    ({ params }) => {
      const { name, description, variants } = found(world.shop.catalog.set(Number(params.id)));
      return json(scoreBody({ name, description: description ?? '', barcode: variants[0]?.barcode ?? '' }));
    },
  ],
  [
    'POST /v2/content-score/score',
    async ({ request }) => {
      const body = await readBody(request);
      const categoryId = body.required('categoryId', body.integer('categoryId'), 0);
      const content = { name: body.text('name') ?? '', description: body.text('description') ?? '', barcode: '' };
      body.check();
      if (!categories.some(({ id }) => id === categoryId)) {
        return problem(422, 'Score not calculated', `The category ${categoryId} is unknown.`);
      }
      return json(scoreBody(content));
    },
  ],
];
