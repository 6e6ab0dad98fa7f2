/** Each field in its right form, as it stands in front matter. */
const examples: Readonly<Record<string, string>> = {
  title: 'title: "Giá lúa tăng"',
  summary: 'summary: "Mỗi ký tăng 300 đồng."',
  image: 'image: anh.jpg',
  'image.src': 'src: anh.jpg',
  'image.alt': 'alt: "Nông dân gặt lúa"',
  'image.caption': 'caption: "Vụ lúa hè thu"',
  'image.credit': 'credit: "Minh Khang"',
  'image.focus': 'focus: 60% 30%',
  date: 'date: 2026-11-16 08:30',
  updated: 'updated: 2026-11-16 08:30',
  pinnedUntil: 'pinnedUntil: 2026-11-20 08:30',
  approvedAt: 'approvedAt: 2026-11-16 08:30',
  expires: 'expires: 2026-12-31 08:30',
  authors: 'authors: [Minh Khang, Lan Anh]',
  category: 'category: kinh-te/nong-nghiep',
  categories: 'categories: [kinh-te, xa-hoi]',
  tags: 'tags: [lúa gạo, giá cả]',
  type: 'type: news',
  featured: 'featured: home',
  link: 'link: https://bao.example/tin',
  related: 'related: [gia-lua, gia-tom]',
  attachments: 'attachments: [bao-cao.pdf]',
  'attachments.src': 'src: bao-cao.pdf',
  'attachments.title': 'title: "Báo cáo"',
  status: 'status: approved',
  approvedBy: 'approvedBy: minh-khang',
  royalty: 'royalty: { pages: 2, photos: 3 }',
  'royalty.pages': 'pages: 2',
  'royalty.photos': 'photos: 3',
  'royalty.amount': 'amount: 500000',
  'royalty.shares': 'shares: { minh-khang: 2, lan-anh: 1 }',
  corrections: 'corrections: [{ date: 2026-11-20, text: "Bản đầu ghi nhầm." }]',
  'corrections.date': 'date: 2026-11-20',
  'corrections.text': 'text: "Bản đầu ghi nhầm."',
  aliases: 'aliases: [/tin-tuc/1234.html]',
  slug: 'slug: gia-lua',
  permalink: 'permalink: /tin-tuc/gia-lua/',
  dateline: 'dateline: TUAG',
  lang: 'lang: en',
  extra: 'extra: { nguon: TTXVN }',
  description: 'description: "Tin về mùa vụ."',
  order: 'order: 2',
  editors: 'editors: [minh-khang, lan-anh]',
  hidden: 'hidden: true',
  name: 'name: Minh Khang',
  role: 'role: Phóng viên',
  email: 'email: minhkhang@bao.example',
  handle: 'handle: "@minh-khang"',
};

/** The right form of the field that `keys` leads to; numbers among them are places in lists. */
export function exampleOf(keys: readonly PropertyKey[]): string | undefined {
  const name = fieldName(keys);
  return examples[name] ?? examples[name.split('.', 1)[0] ?? ''];
}

/** The field at a place as authors name it: `image.src`. Numbers, which are places in lists, are left out. */
export const fieldName = (at: readonly PropertyKey[]): string =>
  at
    .filter((step) => typeof step !== 'number')
    .map(String)
    .join('.');
