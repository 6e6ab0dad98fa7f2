/** What the parser's tags call for, those without attributes and those of cells. */
const kinds = {
  paragraph: ['<p>'],
  paragraphEnd: ['</p>'],
  heading: ['<h1>', '<h2>', '<h3>', '<h4>', '<h5>', '<h6>'],
  headingEnd: ['</h1>', '</h2>', '</h3>', '</h4>', '</h5>', '</h6>'],
  span: ['<em>', '<strong>', '<del>'],
  spanEnd: ['</em>', '</strong>', '</del>'],
  inlineCode: ['<code>', '</code>'],
  linkEnd: ['</a>'],
  space: ['<br>', '<hr>'],
  block: ['<ul>', '<ol>', '<li>', '<blockquote>'],
  blockEnd: ['</ul>', '</ol>', '</li>', '</blockquote>'],
  table: ['<table>'],
  tableEnd: ['</table>'],
  alignedCell: ['th', 'td'].flatMap((name) => ['left', 'right', 'center'].map((side) => `<${name} style="text-align: ${side}">`)),
  pause: ['<thead>', '</thead>', '<tbody>', '</tbody>', '<tr>', '</tr>', '<th>', '</th>', '<td>', '</td>', '</pre>', '</section>'],
  code: ['<pre>'],
  mark: ['<sup>'],
} as const;

type Kind = keyof typeof kinds;

export const kindOf: ReadonlyMap<string, Kind> = new Map(Object.entries(kinds).flatMap(([kind, tags]) => tags.map((tag) => [tag, kind as Kind] as const)));

/** What stands for a whole run of tags, each looked for at one place by {@link at}. */
export const patterns = {
  link: /<a href="([^"<]*)"(?: title="([^"<]*)")?>/y,
  picture: /<img src="([^"<]*)" alt="([^"<]*)"(?: title="([^"<]*)")?>/y,
  /** The rest of a paragraph in which there is nothing but pictures. */
  pictures: /(?:\s|<br>|<img src="[^"<]*" alt="[^"<]*"(?: title="[^"<]*")?>)+<\/p>/y,
  mark: /<sup><a href="#user-content-fn-[\w-]+" id="user-content-fnref-([\w-]+)" data-footnote-ref aria-describedby="footnote-label">\d+<\/a><\/sup>/y,
  list: /<ol start="\d+">/y,
  notes: /<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">[^<]*<\/h2>\n<ol>/y,
  note: /<li id="user-content-fn-([\w-]+)">/y,
  back: /<a href="#user-content-fnref-[\w-]+" data-footnote-backref="" aria-label="[^"<]*" class="data-footnote-backref">↩(?:<sup>\d+<\/sup>)?<\/a>/y,
};

export const at = (pattern: RegExp, html: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(html);
};
