import { type Archive, createArchive, cycle, picture, type Say } from './archive.ts';

const bodies: readonly [(say: Say) => string, ...((say: Say) => string)[]] = [
  (say) => `${say()}\n\n<!--more-->\n\n{{< youtube w7Ft2ymGmfc >}}\n\n${say()}\n`,
  (say) => `{{< figure src="ben-pha.png" title="Bến phà" >}}\n\n${say()}\n\n${say()}\n{.ghi-chu}\n`,
  (say) =>
    `## Diễn biến {#dien-bien}\n\n${say()} Xem [bài trước]({{< ref "tin-1.md" >}}).\n\n| Mục | Nội dung |\n|---|---|\n| 1 | ${say()} |\n`,
  (say) => `{{% notice tip %}}\n${say()}\n{{% /notice %}}\n\n${say()}[^a]\n\n[^a]: ${say()}\n`,
  (say) => `${say()}\n\nThuật ngữ\n: ${say()}\n\n<span class="do">${say()}</span>\n`,
];

/** A provincial paper of Hugo, in Vietnamese, with TOML and JSON. */
export function hugo(): Archive {
  const archive = createArchive('vi');
  archive.add(
    'tin-tuc/_index.md',
    '+++\ntitle = "Tin tức"\ndescription = "Tin trong tỉnh"\nsort_by = "date"\n+++\n',
  );
  for (let index = 0; index < 15; index++) {
    const month = String((index % 9) + 1).padStart(2, '0');
    const toml = `+++\ntitle = "Tin số ${index}"\ndate = 2021-${month}-05T07:00:00+07:00\nlastmod = 2021-${month}-06\ndraft = false\ntags = ["lúa gạo", "bến phà"]\ncategories = ["Kinh tế"]\ndescription = "Bản tin."\nweight = ${index}\n+++`;
    const yaml = `---\ntitle: 'Tin số ${index}'\ndate: 2021-${month}-05T07:00:00+07:00\nlastmod: 2021-${month}-06T00:00:00Z\ndraft: false\ncategories: [Kinh tế, Đời sống]\ntags:\n  - lúa gạo\nfeatured_image: ben-pha.png\nauthor: "Minh Khang"\ntoc: true\n---`;
    const json = `{\n  "title": "Tin số ${index}",\n  "date": "2021-${month}-05",\n  "tags": ["lúa gạo"],\n  "cover": {"image": "ben-pha.png", "alt": "Bến phà"},\n  "showToc": true\n}`;
    archive.publish(`tin-tuc/tin-${index}/index.html`, {
      file: index % 3 === 1 ? `tin-tuc/tin-${index}/index.md` : `tin-tuc/tin-${index}.md`,
      head: cycle([toml, yaml, json], index),
      body: cycle(bodies, index),
    });
    if (index % 3 === 1) archive.add(`tin-tuc/tin-${index}/ben-pha.png`, picture);
  }
  archive.add('tin-tuc/ben-pha.png', picture);
  const withhold = (name: string, head: string): void =>
    archive.withhold({ file: `tin-tuc/${name}.md`, head, body: (say) => `${say()}\n\n![](mat.png)\n` });
  withhold('nhap', '+++\ntitle = "Nháp"\ndate = 2021-03-03\ndraft = true\n+++');
  withhold('sau', '---\ntitle: Để sau\ndate: 2031-03-03\n---');
  withhold('hen-gio', '+++\ntitle = "Hẹn giờ"\ndate = 2021-03-03\npublishDate = 2031-03-03\n+++');
  withhold('het-han', '---\ntitle: Hết hạn\ndate: 2020-03-03\nexpiryDate: 2021-01-01\n---');
  withhold(
    'khong-dung',
    '---\ntitle: Không dựng\ndate: 2020-03-03\n_build:\n  render: never\n  list: never\n---',
  );
  withhold('hong', '+++\ntitle = "Hỏng\ndate = 2021-03-03\n+++');
  withhold('khong-tieu-de', '---\ndate: 2021-03-03\ntags: []\n---');
  archive.publish('tin-tuc/duong-len-nui/index.html', {
    file: 'tin-tuc/Đường lên núi.md',
    head: '---\ntitle: Đường lên núi\ndate: 2021-04-04\naliases:\n  - /cu/duong-len-nui/\nslug: ""\n---',
    body: (say) => `# ${say()}\n\n${say()}\n\n<details><summary>${say()}</summary>${say()}</details>\n`,
  });
  archive.publish('gioi-thieu/index.html', {
    file: 'gioi-thieu.md',
    head: '---\ntitle: Giới thiệu\nlayout: single\nmenu: main\n---',
    body: (say) => `${say()}\n`,
  });
  archive.publish('tin-tuc/2021/index.html', {
    file: 'tin-tuc/2021.md',
    head: '---\ntitle: 2021\ndate: 2021-12-31\n---',
    body: (say) => say(),
  });
  return archive.finish();
}
