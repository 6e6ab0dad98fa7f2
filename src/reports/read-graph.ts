type Node = Readonly<Record<string, unknown>>;

/** Properties that search engines require of articles. */
const ofArticles = ['headline', 'datePublished', 'publisher', 'mainEntityOfPage'];

/**
 * Whether structured data is valid: a schema.org graph whose nodes have types, and whose articles are
 * complete.
 */
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
