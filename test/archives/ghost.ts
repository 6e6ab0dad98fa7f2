import { type Archive, createArchive, cycle, picture, type Say } from './archive.ts';

const bodies: readonly [(say: Say) => string, ...((say: Say) => string)[]] = [
  (say) => `<!--kg-card-begin: markdown-->\n\n${say()}\n\n<!--kg-card-end: markdown-->\n\n${say()}\n`,
  (say) =>
    `<figure class="kg-card kg-image-card"><img src="__GHOST_URL__/content/images/2020/05/boats.png" class="kg-image" alt="Boats"><figcaption>${say()}</figcaption></figure>\n\n${say()}\n`,
  (say) =>
    `${say()}\n\n<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">${say()}</div></div>\n\n<hr>\n\n${say()}\n`,
  (say) =>
    `${say()}\n\n<figure class="kg-card kg-embed-card"><iframe width="200" src="https://video.example/embed/1" allowfullscreen></iframe></figure>\n\n<a href="https://news.example/subscribe" class="kg-btn">${say()}</a>\n`,
  (say) =>
    `${say()}\n\n![](/content/images/boats.png)\n\n<blockquote class="kg-blockquote-alt">${say()}</blockquote>\n\n<h2 id="more">More</h2>\n\n<p>${say()}</p>\n`,
];

/** What an export of Ghost makes, in Vietnamese. */
export function ghost(): Archive {
  const archive = createArchive('vi');
  archive.add('bai-viet/_index.md', '---\ntitle: Bài viết\n---\n');
  for (let index = 0; index < 18; index++) {
    const date = `2020-05-${String(index + 1).padStart(2, '0')}T01:30:00.000Z`;
    const image = cycle(
      [
        'feature_image: __GHOST_URL__/content/images/2020/05/boats.png',
        'feature_image: null',
        `feature_image: https://img.example/a.jpg\nfeature_image_alt: Thuyền`,
      ],
      index,
    );
    archive.publish(`bai-viet/chuyen-song-nuoc-${index}/index.html`, {
      file: `bai-viet/chuyen-song-nuoc-${index}.md`,
      head: `---\ntitle: "Chuyện sông nước ${index}"\nslug: chuyen-song-nuoc-${index}\ndate_published: ${date}\ndate_updated: ${date}\ndate: ${date}\ntags: Sông nước, Đời sống\nexcerpt: "Chuyện kể &amp; ảnh."\n${image}\nmeta_title: null\ncodeinjection_head: null\nvisibility: public\nauthors: Tuyết Ngọc, Minh Khang\n---`,
      body: cycle(bodies, index),
    });
  }
  const withhold = (name: string, fields: string): void =>
    archive.withhold({
      file: `bai-viet/${name}.md`,
      head: `---\ntitle: Bài ${name}\ndate: 2020-06-01T00:00:00.000Z\n${fields}\n---`,
      body: (say) => say(),
    });
  withhold('nhap', 'status: draft');
  withhold('hen', 'status: scheduled\npublished_at: 2031-01-01T00:00:00.000Z');
  withhold('tra-tien', 'visibility: paid\nstatus: published');
  withhold('thanh-vien', 'visibility: members');
  withhold('qua-thu', 'status: sent\nemail_only: true');
  withhold('hong', 'tags: a: b: c');
  archive.publish('bai-viet/untitled/index.html', {
    file: 'bai-viet/untitled.md',
    head: '---\ntitle: (Không đề)\nslug: untitled\ndate: 2020-06-02T00:00:00.000Z\nstatus: published\nfeatured: false\npage: false\n---',
    body: (say) => `${say()}\n\n<table border="1"><tr><td>${say()}</td></tr></table>\n`,
  });
  archive.publish('bai-viet/anh/index.html', {
    file: 'bai-viet/anh.md',
    head: '---\ntitle: Ảnh & chữ\nslug: anh\ndate: 2020-06-03T00:00:00.000Z\ncustom_excerpt: ""\n---',
    body: (say) => `<p>${say()}</p><p>${say()}</p>\n`,
  });
  archive.publish('ve-chung-toi/index.html', {
    file: 've-chung-toi.md',
    head: '---\ntitle: Về chúng tôi\nslug: ve-chung-toi\npage: true\n---',
    body: (say) => say(),
  });
  archive.add('content/images/boats.png', picture);
  return archive.finish();
}
