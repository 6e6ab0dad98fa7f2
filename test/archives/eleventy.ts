import { type Archive, createArchive, cycle, picture, type Say } from './archive.ts';

const bodies: readonly [(say: Say) => string, ...((say: Say) => string)[]] = [
  (say) => `${say()}\n\n{% image "./boats.png", "Boats" %}\n\n${say()}\n`,
  (say) =>
    `[[toc]]\n\n## Figures\n\n${say()} {{ metadata.title }}\n\n### Details\n\n- ${say()}\n- ${say()}\n`,
  (say) =>
    `${say()}\n\n<aside class="pull"><blockquote>${say()}</blockquote></aside>\n\n<video src="a.mp4" controls></video>\n`,
  (say) => `::: warning\n${say()}\n:::\n\n${say()} :smile: ==${say()}==\n`,
  (say) =>
    `<figure><img src="boats.png" alt="Boats" class="wide" loading="lazy"><figcaption>${say()}</figcaption></figure>\n\n${say()}\n`,
];
const heads: readonly [string, ...string[]] = [
  'tags: posts\nlayout: layouts/post.njk\ndescription: What was said.',
  'tags:\n  - posts\n  - harbour\neleventyNavigation:\n  key: Harbour\n  order: 1',
  'templateEngineOverride: njk,md\nexcerpt: What was said.\ncover: ./boats.png\ncoverAlt: Boats',
  'tags: [posts, ferry]\nmodified: 2022-02-03\nsocialImage: /img/share.png\nlayout: post',
];

/** A blog of Eleventy, in English, with dated folders turned into names. */
export function eleventy(): Archive {
  const archive = createArchive('en');
  archive.add('blog/_index.md', '---\ntitle: Blog\n---\n');
  archive.add('blog/blog.json', '{ "tags": "posts", "layout": "post" }');
  for (let index = 0; index < 16; index++) {
    const day = String(index + 1).padStart(2, '0');
    const date = cycle(
      [`2022-01-${day}`, `2022-01-${day}T08:30:00Z`, `2022-01-${day}T08:30:00.000+07:00`],
      index,
    );
    archive.publish(`blog/ferry-${index}/index.html`, {
      file: `blog/ferry-${index}.md`,
      head: `---\ntitle: Ferry report ${index}\ndate: ${date}\n${cycle(heads, index)}\n---`,
      body: cycle(bodies, index),
    });
  }
  archive.add('blog/boats.png', picture);
  archive.withhold({
    file: 'blog/hidden.md',
    head: '---\ntitle: Hidden\ndate: 2022-03-01\neleventyExcludeFromCollections: true\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/nowhere.md',
    head: '---\ntitle: Nowhere\ndate: 2022-03-01\npermalink: false\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/draft.md',
    head: '---json\n{ "title": "Draft", "date": "2022-03-01", "draft": true }\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/code.md',
    head: '---js\n{ title: "Code", date: "2022-03-01" }\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/next-year.md',
    head: '---\ntitle: Next year\ndate: 2031-03-01T00:00:00Z\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'blog/no-date.md',
    head: '---\ntitle: No date\ndate: Last Modified\n---',
    body: (say) => say(),
  });
  archive.publish('2022/street-food/index.html', {
    file: 'blog/street-food.md',
    head: '---\ntitle: Street food\ndate: 2022-04-01\npermalink: /2022/street-food/\n---',
    body: (say) => `${say()}\n\n<ul class="menu"><li>${say()}<li>${say()}</ul>\n`,
  });
  archive.publish('blog/what-now/index.html', {
    file: 'blog/What now?.md',
    head: '---\ntitle: What now?\ndate: 2022-04-02\n---',
    body: (say) => `${say()}  \n${say()}\n\n    ${say()}\n`,
  });
  archive.publish('about/index.html', {
    file: 'about.md',
    head: '---\ntitle: About\nlayout: layouts/base.njk\neleventyNavigation:\n  key: About\n---',
    body: (say) => say(),
  });
  return archive.finish();
}
