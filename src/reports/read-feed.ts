import sax from 'sax';

/** Required elements of a feed, by the specifications of RSS 2.0 and Atom (RFC 4287). */
const required: Readonly<Record<string, readonly string[]>> = {
  channel: ['title', 'link', 'description'],
  item: ['title', 'link', 'guid'],
  feed: ['id', 'title', 'updated'],
  entry: ['id', 'title', 'updated'],
};

/** How many entries a feed has; undefined for an invalid feed. */
export function countEntries(name: string, text: string): number | undefined {
  try {
    return name.endsWith('.json') ? countItems(text) : countElements(text);
  } catch {
    return undefined;
  }
}

/** Counts the items of a JSON Feed 1.1. */
function countItems(text: string): number | undefined {
  const { version, title, items } = JSON.parse(text) as {
    readonly version?: string;
    readonly title?: string;
    readonly items?: readonly { readonly id?: string }[];
  };
  const isFeed = version === 'https://jsonfeed.org/version/1.1' && typeof title === 'string';
  return isFeed && items?.every(({ id }) => typeof id === 'string') ? items.length : undefined;
}

/** Counts the items of RSS or entries of Atom. Throws for broken XML. */
function countElements(text: string): number | undefined {
  const parser = sax.parser(true, { xmlns: true, position: false });
  const above: { readonly name: string; readonly children: string[] }[] = [];
  let count = 0;
  let feeds = 0;
  let isWhole = true;
  parser.onopentag = ({ name }) => {
    above.at(-1)?.children.push(name);
    above.push({ name, children: [] });
  };
  parser.onclosetag = () => {
    const { name = '', children = [] } = above.pop() ?? {};
    if (name === 'item' || name === 'entry') count += 1;
    if (name === 'channel' || name === 'feed') feeds += 1;
    isWhole &&= (required[name] ?? []).every((child) => children.includes(child));
  };
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(text).close();
  return isWhole && feeds === 1 ? count : undefined;
}
