type Node = Readonly<Record<string, unknown>>;

/** What search engines ask of each article. */
const ofArticles = ['headline', 'datePublished', 'publisher', 'mainEntityOfPage'];

/** Whether structured data can be read: a graph of schema.org whose nodes have types, and whose articles are whole. */
export function isGraph(text: string): boolean {
  try {
    const { '@context': context, '@graph': graph } = JSON.parse(text) as Node;
    return context === 'https://schema.org' && Array.isArray(graph) && graph.every(isNode);
  } catch {
    return false;
  }
}

function isNode(node: Node): boolean {
  const type = node['@type'];
  return typeof type === 'string' && (!type.endsWith('Article') || ofArticles.every((name) => name in node));
}
