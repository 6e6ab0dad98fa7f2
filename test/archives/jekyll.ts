import { type Archive, createArchive, cycle, picture, type Say } from './archive.ts';

const bodies: readonly [(say: Say) => string, ...((say: Say) => string)[]] = [
  (say) => `${say()} ${say()}\n\n<!--more-->\n\n${say()}\n{: .lead}\n\n> ${say()}\n`,
  (say) =>
    `* TOC\n{:toc}\n\n## Prices {#prices}\n\n${say()}[^1]\n\n| Rice | Price |\n| --- | --- |\n| ${say()} | 7,400 |\n\n[^1]: ${say()}\n`,
  (say) =>
    `![Boats](/assets/images/boats.png)\n\n${say()}\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\n${say()}\n`,
  (say) =>
    `<div class="note" style="color: red"><p>${say()}</p></div>\n\n<iframe src="https://video.example/1"></iframe>\n\n${say()}\n`,
  (say) =>
    `<a name="top"></a>\n\n${say()} See [the list](#top) and [the site]({{ site.baseurl }}/about/).\n\n1. ${say()}\n2. ${say()}\n`,
  (say) =>
    `{% include figure.html src="boats.png" caption="Boats" %}\n\n${say()}\n\n<center><font size="2">${say()}</font></center>\n`,
];

const heads: readonly [string, ...string[]] = [
  'layout: post\ncategories: [markets, rice]\ntags: [rice prices, markets]',
  'layout: post\ncategory: Data Engineering\ntags: rice, harbour\nexcerpt: "What the board decided."',
  'layout: single\nauthor: jane\nimage: /assets/images/boats.png\ncomments: true',
  'layout: post\ndescription: >\n  What was decided,\n  and why.\ntoc: true\nlast_modified_at: 2020-01-02T10:00:00+07:00',
  'layout: post\nredirect_from:\n  - /old/ITEM/\n  - /old/ITEM.html\ncomments: false',
];

/** A newsroom's blog of Jekyll, in English. */
export function jekyll(): Archive {
  const archive = createArchive('en');
  archive.add('posts/_index.md', '---\ntitle: Posts\n---\n');
  for (let index = 0; index < 18; index++) {
    const day = `2019-${String((index % 12) + 1).padStart(2, '0')}-14`;
    const date = cycle(['', `\ndate: ${day} 08:30:00 +0700`, `\ndate: ${day}`], index);
    archive.publish(`posts/river-news-${index}/index.html`, {
      file: `posts/${day}-river-news-${index}.md`,
      head: `---\ntitle: "River news: part ${index}"\n${cycle(heads, index).replaceAll('ITEM', `river-${index}`)}${date}\n---`,
      body: cycle(bodies, index),
    });
  }
  archive.withhold({
    file: 'posts/2019-05-01-unpublished.md',
    head: '---\nlayout: post\ntitle: Not yet\npublished: false\n---',
    body: (say) => `${say()}\n\n![Secret](secret.png)\n`,
  });
  archive.add('posts/secret.png', picture);
  archive.withhold({
    file: '_drafts/someday.md',
    head: '---\nlayout: post\ntitle: Some day\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'posts/2030-01-01-later.md',
    head: '---\nlayout: post\ntitle: Later\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'posts/2019-07-07-hidden.md',
    head: '---\ntitle: For members\nvisibility: private\ndate: 2019-07-07\n---',
    body: (say) => say(),
  });
  archive.withhold({
    file: 'posts/2019-08-08-broken.md',
    head: '---\ntitle: "A title with no end\ntags: [a\n---',
    body: (say) => say(),
  });
  archive.publish('posts/a-day-in-an-giang/index.html', {
    file: 'posts/2019-09-09-A Day in An Giang!.md',
    head: '---\ntitle: A day in An Giang\nlayout: post\n---',
    body: (say) => `${say()}\n\n- [ ] ${say()}\n- [x] ${say()}\n`,
  });
  archive.publish('about.html', {
    file: 'about.md',
    head: '---\nlayout: page\ntitle: About\npermalink: /about.html\n---',
    body: (say) => `${say()}\n\nWrite to <desk@news.example>.\n`,
  });
  archive.publish('contact/index.html', {
    file: 'contact.md',
    head: '---\nlayout: page\ntitle: Contact\nnav_order: 3\n---',
    body: (say) => say(),
  });
  archive.publish('posts/blank/index.html', {
    file: 'posts/2019-10-10-blank.md',
    head: '---\nlayout: post\ntitle: Blank\n---',
    body: () => '',
  });
  archive.add('posts/2019-11-11-old-page.html', '---\ntitle: Old page\n---\n<p>Old.</p>\n');
  archive.add('assets/images/boats.png', picture);
  return archive.finish();
}
