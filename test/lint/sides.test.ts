import { expect, test } from 'vitest';
import { check } from '../../src/build/check.ts';
import { article, type Files, inlineSite, now, reported } from '../inline-site.ts';

/** What `check` says of each text, by its rule: every text is an article of one site. */
async function lintAll(bodies: readonly string[], rule: string, fields = ''): Promise<string[]> {
  const name = (index: number): string => `content/kinh-te/${String(index).padStart(3, '0')}.md`;
  const files: Files = Object.fromEntries(
    bodies.map((body, index) => [name(index), article(`title: x\nsummary: Tóm tắt.${fields}`, body)]),
  );
  const told = reported(await check({ root: inlineSite(files).root, now, jobs: 1 })).filter((line) =>
    line.includes(` ${rule} `),
  );
  return bodies.filter((_, index) => told.some((line) => line.startsWith(`${name(index)}:`)));
}

const sides: Readonly<Record<string, { readonly bad: readonly string[]; readonly good: readonly string[] }>> =
  {
    'space-missing': {
      bad: [
        'Ở Úc.Người dân vui.',
        'Ông Ba.Rồi đi.',
        'Năm 2026.Người dân vui.',
        'Tại TPHCM.Người dân vui.',
        '**Hết câu**.Tiếp theo.',
        '**Hết câu.**Tiếp theo.',
        'Dự [COP](/kinh-te/).Tiếp theo.',
        '"Đúng rồi."Anh nói.',
        '“Đúng rồi”.Anh nói.',
        'Nói ạ.Anh đi.',
        'Thế à?Ừ!Vậy đi.',
        'Tăng mạnh.TPHCM mừng.',
        'Xong (rồi).Người dân vui.',
      ],
      good: [
        'Đặt ở Booking.Com, VietJet.Com, vnexpress.Net, Thanhnien.Vn.',
        'Tệp bao-cao.Docx viết bằng Vue.Js, Asp.Net.',
        'Cty.Bến Thành, Tel.Fax, TP.HCM, TP.Hồ Chí Minh, tx.Tân Châu, Q.Bình Thạnh.',
        'GS.Nguyễn, PGS.TS.Trần, ThS.Lê, BS.Phạm, NSND.Trà Giang, Mr.Smith.',
        'Gạo, ngô, v.v. Giá 1.175 đồng. Hết./.',
        'Xem https://bao.example/Gia.Lua và www.Bao.Example, a@Bao.Example.',
        'Chạy `a.Bang` hay [bảng](/kinh-te/). Hết.',
        '1.Mở đầu, 2.Kết',
        'Nguyễn Văn A.B và J.K.Rowling.',
      ],
    },
    'doubled-word': {
      bad: [
        'Giá của của hộ dân.',
        'Giá **của** của hộ dân.',
        'Giá của\ncủa hộ dân.',
        'Tỉnh họp họp bàn.',
        'Tỉnh có có ba xã.',
        'Nói về về giá lúa.',
        'Đây là là việc lớn.',
        'Ủy ban nhân dân nhân dân tỉnh.',
        'Nhân dân nhân dân tỉnh.',
        'Bộ Giao thông Giao thông mới.',
        'Việc trong trong năm 2026.',
        'Giao để để phục vụ.',
        'Ông bị bị bắt.',
        'Được được giao.',
      ],
      good: [
        'Như như bất động.',
        'Nước trong trong, trời xanh xanh.',
        'Chị nói sẽ sẽ, mua để để dành, cái bị bị rách.',
        'Xinh xinh, đều đều, ngày ngày, xa xa, từ từ, dần dần, luôn luôn, thường thường, mãi mãi, đời đời, người người, nhà nhà.',
        'Giá trị của của cải; rồi thì thì thầm; vì vì sao sáng.',
        'Đi đi về về, có có không không; sương là là mặt đất.',
        'Từng người từng người bước ra, cố lên cố lên.',
        'Chuông leng keng leng keng, sóng bập bùng bập bùng.',
        'Trưởng Ban ban hành quyết định; Chính phủ phủ nhận.',
        'Nghe cũng được được. Này này!',
        'Các các-bon.',
      ],
    },
    'link-text': {
      bad: [
        'a.vn',
        'Xem tại đây',
        'Xem thêm tại đây',
        'tại đây',
        'này',
        'ở đây',
        'click here',
        'here',
        'Bài này',
        'Chi tiết',
        'xem link này »',
        'Read more...',
      ].map((text) => `Đọc [${text}](https://a.vn).`),
      good: [
        'Giá lúa',
        'TP.HCM',
        'Báo A.vn nói gì',
        'Trang',
        'Chi',
        'Liên',
        'Xem phim ở rạp',
        'This week in rice',
        'Đọc sách',
      ].map((text) => `Đọc [${text}](https://bao.example/kinh-te/).`),
    },
    'legacy-encoding': {
      bad: [
        'Noäi dung baøi baùo vieát veà ñôøi soáng cuûa noâng daân.',
        `${'Người dân ở đây rất phấn khởi vì giá lúa tăng mạnh trong những ngày qua.\n\n'.repeat(5)}Néi dung bµi b¸o viÕt vÒ ®êi sèng cña n«ng d©n ë tØnh. ChÝnh phñ häp bµn vÒ gi¸ lóa.`,
        `${'Người dân ở đây rất phấn khởi vì giá lúa tăng mạnh trong những ngày qua. '.repeat(5)}Néi dung bµi b¸o viÕt vÒ ®êi sèng cña n«ng d©n ë tØnh.`,
      ],
      good: [
        'El año pasado, la niña española del señor Muñoz aún soñaba con el otoño en la montaña; el niño, también.',
        'Août à Saint-Raphaël: naïve, maïs, où, goût, coûter, août, boîte.',
        'Một đêm ở København, Citroën và Noël; hoà bình, khoá học, quà tặng, toà nhà, café.',
        'Nike® có 5 m² ở 30°, «trích dẫn», 10 µm, §5 và ©2026.',
      ],
    },
  };

test.each(Object.entries(sides))('%s: each of both sides', async (rule, { bad, good }) => {
  expect(await lintAll(bad, rule)).toEqual(bad);
  expect(await lintAll(good, rule)).toEqual([]);
});

test('an article in another language is in no Vietnamese encoding', async () => {
  const spanish =
    'Año a año, la niña española, el niño señorón y la peña: mañana soñarán con piñas, cañas, baúles y leña.';
  expect(
    await lintAll([spanish, 'Noäi dung baøi baùo vieát veà ñôøi soáng.'], 'legacy-encoding', '\nlang: es'),
  ).toEqual([]);
});

test.each([
  ['Một \\_ hai \\* ba &amp; bốn của của', '6:28'],
  ['Một hai\nrồi của của', '7:5'],
  ['- Một hai\n  rồi của của', '7:7'],
  ['> Một hai\n> rồi của của', '7:7'],
  ['| A | B |\n| --- | --- |\n| x | của của |', '8:7'],
  ['Một *hai* của *của*', '6:11'],
])('%s: the place is that of the source', async (body, place) => {
  for (const parser of ['satteri', 'remark']) {
    const site = inlineSite({ 'content/kinh-te/a.md': article('title: x\nsummary: y', body) });
    site.write({
      'broadsheet.config.ts': `export default { site: { title: 'x', origin: 'https://bao.example', language: 'vi' }, markdown: { parser: '${parser}' } };\n`,
    });
    expect(reported(await check({ root: site.root, now, jobs: 1 }))).toEqual([
      `content/kinh-te/a.md:${place} doubled-word warning`,
    ]);
  }
});

test.each<[string, readonly (readonly string[])[], readonly string[]]>([
  ['with marks on a tie', [['le hoi'], ['lễ hội']], ['le hoi → lễ hội']],
  ['with marks, though rarer', [['le hoi'], ['le hoi'], ['lễ hội']], ['le hoi → lễ hội', 'le hoi → lễ hội']],
  ['not in capitals on a tie', [['LÚA GẠO'], ['lúa gạo']], ['LÚA GẠO → lúa gạo']],
  ['of most articles', [['Lúa gạo'], ['lúa gạo'], ['lúa gạo']], ['Lúa gạo → lúa gạo']],
  ['that differ in more', [['COVID-19'], ['COVID 19'], ['a/b'], ['a b']], []],
])('tag-variant: the spelling %s', async (_, tags, expected) => {
  const site = inlineSite(
    Object.fromEntries(
      tags.map((list, index) => [
        `content/kinh-te/a${index}.md`,
        article(`title: x\nsummary: y\ntags: [${list.join(', ')}]`),
      ]),
    ),
  );
  const { messages } = await check({ root: site.root, now, jobs: 1 });
  expect(
    messages
      .filter(({ rule }) => rule === 'tag-variant')
      .map(({ values }) => `${values.tag} → ${values.other}`),
  ).toEqual(expected);
});
