import type { OpenApiDocument, Operation, ShownParameter } from '../openapi/document.js';

/** The document as a page that needs no script and nothing from elsewhere. */
export function docsPage({ info, tags, paths }: OpenApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map(({ name }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    const shown = own.map(({ path, method, operation }) => operationOf(path, method, operation));
    return `<section id="${escaped(name)}"><h2>${escaped(name)}</h2>${shown.join('')}</section>`;
  });
  const links = tags.map(({ name }) => `<a href="#${escaped(name)}">${escaped(name)}</a>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(info.title)} API</title>
<link rel="stylesheet" href="/docs/style.css"></head>
<body>
<nav>${links.join('')}</nav>
<main>
<h1>${escaped(info.title)}</h1>
<p>${escaped(info.description)} Send a key as <code>Authorization: Bearer cg_…</code>. The same for programs:
<a href="/v1/openapi.json">openapi.json</a>.</p>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function operationOf(path: string, method: string, operation: Operation): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const schemas = { ...(requestBody ? { body: requestBody } : {}), ...responses };
  return `<details id="${escaped(operationId)}">
<summary><b>${escaped(method.toUpperCase())}</b> <code>${escaped(path)}</code> ${escaped(summary)}</summary>
<p>${prose(description)}</p>
${parameters.length > 0 ? table(parameters) : ''}
${Object.entries(schemas)
  .map(([name, schema]) => `<h4>${escaped(name)}</h4><pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`)
  .join('')}
</details>`;
}

const table = (parameters: readonly ShownParameter[]): string =>
  `<table><tr><th>parameter</th><th>in</th><th>what it is</th><th>takes</th></tr>${parameters.map(rowOf).join('')}</table>`;

const rowOf = ({ name, in: place, description, schema }: ShownParameter): string =>
  `<tr><td><code>${escaped(name)}</code></td><td>${place}</td><td>${prose(description)}</td><td><code>${escaped(JSON.stringify(schema))}</code></td></tr>`;

const prose = (markdown: string): string =>
  escaped(markdown)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\n\n/g, '</p><p>');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, character => entities[character] ?? '');

export const docsStyle = `:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: 13rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; box-sizing: border-box; }
nav a { display: block; color: inherit; text-decoration: none; padding: 0.15rem 0; }
nav a:hover { text-decoration: underline; }
main { padding: 1rem 2rem 4rem; max-width: 70rem; }
details { border: 1px solid #8884; border-radius: 6px; margin: 0.5rem 0; padding: 0.4rem 0.8rem; }
summary { cursor: pointer; }
summary b { display: inline-block; min-width: 4.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.6rem 0.25rem 0; border-top: 1px solid #8883; }
td:last-child { overflow-wrap: anywhere; }
pre { overflow: auto; max-height: 24rem; }
code { font-size: 0.92em; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; columns: 2; } }
`;
