import { type Archive, createArchive, cycle, picture, type Say } from './archive.ts';

const bodies: readonly [(say: Say) => string, ...((say: Say) => string)[]] = [
  (say) => `${say()}\n\n<!-- truncate -->\n\n:::tip Good to know\n\n${say()}\n\n:::\n`,
  (say) =>
    `${say()}\n\n{/* truncate */}\n\n## Numbers {#numbers}\n\n${say()}\n\n| A | B |\n|:-:|--:|\n| ${say()} | 2 |\n`,
  (say) =>
    `# A heading of its own\n\n${say()}\n\n\`\`\`js title="a.js" {1,3} showLineNumbers\nconst a = 1;\n\`\`\`\n\n${say()}\n`,
  (say) =>
    `${say()}\n\n![Boats](./boats.png)\n\n[Report](../reports/2023.pdf) and [numbers](#numbers)\n\n${say()}\n`,
  (say) =>
    `<details>\n  <summary>${say()}</summary>\n\n  ${say()}\n\n</details>\n\n<kbd>Ctrl</kbd> ${say()}\n`,
];
const heads: readonly [string, ...string[]] = [
  'slug: ITEM\nauthors: [jane, tom]\ntags: [harbour, rice]\nhide_table_of_contents: false',
  'slug: ITEM\nauthors:\n  - name: Jane Porter\n    title: Reporter\n    url: https://github.example/jane\n    image_url: https://github.example/jane.png\ntags: [harbour]',
  'author: Jane Porter\nauthor_title: Reporter\nauthor_url: https://github.example/jane\nimage: ./boats.png\nkeywords: [harbour, ferry]',
  'description: What was said.\nlast_update:\n  date: 2023-03-01\n  author: Tom\nsidebar_label: Harbour',
];

/** A blog of Docusaurus, in English. */
export function docusaurus(): Archive {
  const archive = createArchive('en');
  archive.add('blog/_index.md', '---\ntitle: Blog\n---\n');
  archive.add('blog/authors.yml', 'jane:\n  name: Jane Porter\n  email: jane@news.example\n');
  archive.add('blog/boats.png', picture);
  for (let index = 0; index < 16; index++) {
    const day = `2023-02-${String(index + 1).padStart(2, '0')}`;
    archive.publish(`blog/harbour-${index}/index.html`, {
      file: index % 4 === 3 ? `blog/${day}-harbour-${index}/index.md` : `blog/${day}-harbour-${index}.md`,
      head: `---\ntitle: Harbour notes ${index}\n${cycle(heads, index).replace('ITEM', `harbour-${index}`)}\n---`,
      body: cycle(bodies, index),
    });
    if (index % 4 === 3) archive.add(`blog/${day}-harbour-${index}/boats.png`, picture);
  }
  archive.add('blog/2023-03-07-react.mdx', '---\ntitle: React\n---\nimport A from "./a";\n\n<A />\n');
  archive.add('reports/2023.pdf', '%PDF-1.4\n');
  archive.withhold({
    file: 'blog/2023-03-01-draft.md',
    head: '---\ntitle: Draft\ndraft: true\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/2023-03-02-unlisted.md',
    head: '---\ntitle: Unlisted\nunlisted: true\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/2032-03-02-ahead.md',
    head: '---\ntitle: Ahead\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/2023-03-03-no-front-matter.md',
    head: '# No front matter',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/2023-03-04-broken.md',
    head: '---\ntitle: Broken\n\ttags: [a]\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/_partial.md',
    head: '---\ntitle: Partial\n---',
    body: (say) => say(),
  });
  archive.publish('blog/welcome/index.html', {
    file: 'blog/2023-03-05-welcome.md',
    head: '---\ntitle: Welcome\nslug: /welcome\n---',
    body: (say) => say(),
  });
  archive.publish('blog/old-harbour/index.html', {
    file: 'blog/2023-03-06-old-harbour.md',
    head: '---\ntitle: The old harbour\ndate: 2023-03-06T10:00\n---',
    body: (say) => `${say()}\n\n***\n\n${say()}\n`,
  });
  archive.publish('about/index.html', {
    file: 'about.md',
    head: '---\ntitle: About\nid: about\nsidebar_position: 2\n---',
    body: (say) => `${say()}\n`,
  });
  return archive.finish();
}
