/**
 * What trips a rule and what does not, each an article with its front matter or a body alone; shown on the
 * rule's page, and tried by a test.
 * @type {Readonly<Record<string, { readonly wrong: string, readonly right: string }>>}
 */
export const ruleExamples = {
  'text-cut': {
    wrong:
      '---\ntitle: Phong trào #MeToo lan rộng\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: "Phong trào #MeToo lan rộng"\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'comma-list': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ntags: lúa gạo, giá cả\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ntags: [lúa gạo, giá cả]\n---\nGiá lúa tăng.',
  },
  'author-fields': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nauthors: [{ name: Minh Khang, title: Phóng viên }]\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nauthors: [Minh Khang]\n---\nGiá lúa tăng.',
  },
  'other-name': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nkeywords: [lúa gạo]\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ntags: [lúa gạo]\n---\nGiá lúa tăng.',
  },
  'foreign-category': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ncategory: Data Engineering\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ncategory: kinh-te\n---\nGiá lúa tăng.',
  },
  'misspelt-category': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ncategory: kinh-tee\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ncategory: kinh-te\n---\nGiá lúa tăng.',
  },
  'unlikely-year': {
    wrong: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 1026-11-16 08:30\n---\nGiá lúa tăng.',
    right: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'alt-missing': { wrong: '![](ruong.jpg)', right: '![Nông dân gặt lúa dưới nắng](ruong.jpg)' },
  'alt-file-name': { wrong: '![IMG_1234.jpg](ruong.jpg)', right: '![Nông dân gặt lúa dưới nắng](ruong.jpg)' },
  'alt-is-caption': {
    wrong: '![Vụ lúa hè thu](ruong.jpg "Vụ lúa hè thu")',
    right: '![Nông dân gặt lúa dưới nắng](ruong.jpg "Vụ lúa hè thu ở Lạc Giang")',
  },
  'address-missing': { wrong: 'Xem [các tin kinh tế]().', right: 'Xem [các tin kinh tế](/kinh-te/).' },
  'dead-anchor': {
    wrong: '## Giá trong tuần\n\nXem [phần sau](#gia-ngo).',
    right: '## Giá trong tuần\n\nXem [phần sau](#gia-trong-tuan).',
  },
  'dead-link': { wrong: 'Xem [giá ngô](khong-co.md).', right: 'Xem [các tin kinh tế](/kinh-te/).' },
  'doubled-word': { wrong: 'Giá của của nông sản tăng.', right: 'Giá của nông sản tăng từ từ.' },
  'empty-body': {
    wrong: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\n',
    right: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'field-in-body': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\ntags: [lúa]\n\nGiá lúa tăng.',
    right: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ntags: [lúa]\n---\nGiá lúa tăng.',
  },
  'foreign-date': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\npublishDate: 2026-11-17 08:30\n---\nGiá lúa tăng.',
    right: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-17 08:30\n---\nGiá lúa tăng.',
  },
  'foreign-link': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nsource_url: https://bao.example/gia-lua\n---\n',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nlink: https://bao.example/gia-lua\n---\n',
  },
  'foreign-key': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ndraft: false\n---\nGiá lúa tăng.',
    right: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'foreign-markup': {
    wrong: '{{< youtube dQw4w9WgXcQ >}}',
    right: '[Xem video: nông dân gặt lúa](https://video.example/dQw4w9WgXcQ)',
  },
  'front-matter-fence': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n-----\nstatus: draft\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nstatus: draft\n---\nGiá lúa tăng.',
  },
  'heading-skipped': {
    wrong: '## Giá trong tuần\n\n#### Vụ hè thu',
    right: '## Giá trong tuần\n\n### Vụ hè thu',
  },
  'held-back': {
    wrong: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ndraft: true\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nstatus: draft\n---\nGiá lúa tăng.',
  },
  'held-back-in-text': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nstatus: draft\n\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nstatus: draft\n---\nGiá lúa tăng.',
  },
  'headline-long': {
    wrong:
      '---\ntitle: Giá lúa hè thu ở các huyện ven sông tăng mạnh trong tuần qua nhờ hợp đồng xuất khẩu mới, nông dân phấn khởi ra đồng gặt sớm hơn mọi năm\nsummary: Mỗi ký tăng 300 đồng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa hè thu tăng mạnh nhờ hợp đồng xuất khẩu mới\nsummary: Nông dân ở các huyện ven sông ra đồng gặt sớm hơn mọi năm.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'title-repeated': { wrong: '# Giá lúa\n\nGiá lúa tăng.', right: 'Giá lúa tăng.' },
  'html-removed': { wrong: '<script>alert(1)</script>', right: '<mark>Giá lúa</mark> tăng.' },
  'hidden-text': {
    wrong: '<p style="display:none">Chưa được công bố</p>\n\nGiá lúa tăng.',
    right: 'Giá lúa tăng.',
  },
  'html-reduced': { wrong: '<p class="MsoNormal">Giá lúa tăng.</p>', right: 'Giá lúa tăng.' },
  'impossible-date': {
    wrong: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-02-30\n---\nGiá lúa tăng.',
    right: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'lead-alt': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nimage: ruong.jpg\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nimage:\n  src: ruong.jpg\n  alt: Nông dân gặt lúa dưới nắng\n---\nGiá lúa tăng.',
  },
  'legacy-encoding': {
    wrong: 'Néi dung bµi b¸o viÕt vÒ ®êi sèng cña n«ng d©n.',
    right: 'Nội dung bài báo viết về đời sống của nông dân.',
  },
  'link-text': {
    wrong: 'Giá lúa tăng, xem [tại đây](/kinh-te/).',
    right: 'Giá lúa tăng, theo [các tin kinh tế](/kinh-te/).',
  },
  'link-wordless': { wrong: 'Xem [](/kinh-te/).', right: 'Xem [các tin kinh tế](/kinh-te/).' },
  'missing-field': {
    wrong: '---\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
    right: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'block-unknown': { wrong: ':::galery\nGiá lúa tăng.\n:::', right: ':::note\nGiá lúa tăng.\n:::' },
  'block-form': { wrong: ':::tip Nên nhớ\nĐo hai lần.\n:::', right: ':::tip[Nên nhớ]\nĐo hai lần.\n:::' },
  'block-unclosed': { wrong: ':::note\nGiá lúa tăng.', right: ':::note\nGiá lúa tăng.\n:::' },
  'block-attribute': {
    wrong: ':::quote{bye="Bà Mười"}\nGiá cao.\n:::',
    right: ':::quote{by="Bà Mười"}\nGiá cao.\n:::',
  },
  'block-value': {
    wrong: ':::gallery{columns=9}\n![Nông dân gặt lúa](ruong.jpg)\n:::',
    right: ':::gallery{columns=2}\n![Nông dân gặt lúa](ruong.jpg)\n:::',
  },
  'block-needs': { wrong: ':::details\nĐo hai lần.\n:::', right: ':::details[Cách đo]\nĐo hai lần.\n:::' },
  'iframe-embedded': {
    wrong: '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    right: '[Xem video: nông dân gặt lúa](https://video.example/dQw4w9WgXcQ)',
  },
  'missing-picture': { wrong: '![Nông dân gặt lúa](rung.jpg)', right: '![Nông dân gặt lúa](ruong.jpg)' },
  'picture-narrow': { wrong: '![Nông dân gặt lúa](hep.jpg)', right: '![Nông dân gặt lúa](ruong.jpg)' },
  'remote-picture': {
    wrong: '![Nông dân gặt lúa](https://example.org/ruong.jpg)',
    right: '![Nông dân gặt lúa](ruong.jpg)',
  },
  'space-missing': {
    wrong: 'Giá lúa tăng mạnh.Nông dân phấn khởi.',
    right: 'Giá lúa tăng mạnh. Nông dân ở TP.HCM phấn khởi.',
  },
  'summary-missing': {
    wrong: '---\ntitle: Giá lúa\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
    right: '---\ntitle: Giá lúa\nsummary: Mỗi ký tăng 300 đồng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'tag-variant': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ntags: [le hoi, lễ hội]\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\ntags: [lễ hội]\n---\nGiá lúa tăng.',
  },
  'text-nfd': { wrong: 'Giá lúa tăng.'.normalize('NFD'), right: 'Giá lúa tăng.' },
  'unknown-author': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nauthors: [Lna Anh]\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nauthors: [Lan Anh]\n---\nGiá lúa tăng.',
  },
  'unknown-key': {
    wrong: '---\ntitle: Giá lúa\nsumary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
    right: '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
  'wrong-type': {
    wrong:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nfeatured: maybe\n---\nGiá lúa tăng.',
    right:
      '---\ntitle: Giá lúa\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\nfeatured: home\n---\nGiá lúa tăng.',
  },
  'yaml-syntax': {
    wrong: '---\ntitle: Giá lúa: tăng mạnh\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
    right: '---\ntitle: "Giá lúa: tăng mạnh"\nsummary: Giá tăng.\ndate: 2026-11-16 08:30\n---\nGiá lúa tăng.',
  },
};
