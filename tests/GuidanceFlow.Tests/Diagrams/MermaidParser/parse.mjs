// node parse.mjs <folder with node_modules>: a JSON array of diagrams in, a JSON array of what Mermaid reads in them out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const load = (...path) => import(pathToFileURL(join(process.argv[2], 'node_modules', ...path)));

// Without a browser there is nothing to purify, and nothing is shown.
const { default: purify } = await load('dompurify', 'dist', 'purify.es.mjs');
purify.addHook = () => {};
purify.sanitize = text => text;

const { default: mermaid } = await load('mermaid', 'dist', 'mermaid.core.mjs');
const { version } = JSON.parse(readFileSync(join(process.argv[2], 'node_modules', 'mermaid', 'package.json'), 'utf8'));
const decode = text => text.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code));

const results = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    results.push({
      version,
      nodes: Object.fromEntries([...diagram.db.getVertices()].map(([id, node]) => [id, decode(node.text)])),
      edges: diagram.db.getEdges().map(edge => [edge.start, edge.end, decode(edge.text)]),
      groups: Object.fromEntries(diagram.db.getSubGraphs().map(group => [group.id, decode(group.title)])),
    });
  } catch (e) {
    results.push({ error: String(e.message ?? e) });
  }
}

process.stdout.write(JSON.stringify(results));
