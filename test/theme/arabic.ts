import type { Words } from '../../src/index.ts';
import { article, configuration, type Files } from '../inline-site.ts';

/** The words of a newspaper in Arabic. */
const words: Words = {
  skip: 'انتقل إلى المحتوى',
  menu: 'الأقسام',
  breadcrumb: 'موقع الصفحة',
  footer: 'ذيل الصفحة',
  sections: 'جميع الأقسام',
  textSize: 'حجم الخط',
  smaller: 'أصغر (A-)',
  normal: 'عادي (A)',
  larger: 'أكبر (A+)',
  languages: 'اللغات',
  version: 'النسخة العربية',
  untranslated: 'لم تُترجم هذه المقالة بعد. هذا هو النص الأصلي.',
  home: 'الصفحة الأولى',
  appearance: 'المظهر',
  dark: 'خلفية داكنة',
  contrast: 'تباين عالٍ',
  photo: 'تصوير',
  minutes: {
    zero: 'أقل من دقيقة',
    one: 'دقيقة واحدة للقراءة',
    two: 'دقيقتان للقراءة',
    few: '{count} دقائق للقراءة',
    many: '{count} دقيقة للقراءة',
    other: '{count} دقيقة للقراءة',
  },
  copy: 'انسخ الرابط',
  copied: 'تم النسخ',
  print: 'اطبع',
  pause: 'أوقف الصورة',
  listen: 'استمع',
  stop: 'توقف',
  closePicture: 'أغلق',
  previousPicture: 'الصورة السابقة',
  nextPicture: 'الصورة التالية',
  contents: 'المحتويات',
  keyPoints: 'أهم النقاط',
  corrected: 'صُحّحت في',
  sheet: 'بيانات الوثيقة',
  number: 'الرقم',
  issuer: 'جهة الإصدار',
  signer: 'الموقّع',
  issued: 'تاريخ الإصدار',
  effective: 'سارية من',
  field: 'المجال',
  pinned: 'مثبّت',
  live: 'مباشر',
  articles: {
    zero: 'لا مقالات',
    one: 'مقالة واحدة',
    two: 'مقالتان',
    few: '{count} مقالات',
    many: '{count} مقالة',
    other: '{count} مقالة',
  },
  printed: 'طُبعت من',
  updated: 'حُدّثت',
  history: 'تاريخ المقالة',
  firstPublished: 'نُشرت أول مرة',
  readers: 'القرّاء',
  mostRead: 'الأكثر قراءة',
  corrections: 'تصحيحات',
  withdrawn: 'سُحبت هذه المقالة',
  withdrawnText: 'سحبت هيئة التحرير نص هذه المقالة. يبقى عنوانها ليعلم القرّاء بذلك.',
  attachments: 'مرفقات',
  tags: 'وسوم',
  share: 'شارك',
  shareOn: 'شارك عبر',
  email: 'البريد الإلكتروني',
  telephone: 'الهاتف',
  related: 'أخبار ذات صلة',
  neighbours: 'المزيد من هذا القسم',
  previous: 'المقالة السابقة',
  next: 'المقالة التالية',
  lead: 'الخبر الرئيسي',
  featured: 'أخبار مختارة',
  latest: 'آخر الأخبار',
  subcategories: 'الأقسام الفرعية',
  pagination: 'صفحات القائمة',
  page: 'صفحة',
  newer: 'أحدث',
  older: 'أقدم',
  first: 'الصفحة الأولى',
  feed: 'تابع عبر RSS',
  external: 'موقع خارجي',
  empty: 'لا مقالات بعد.',
  archive: 'الأرشيف',
  notFound: 'الصفحة غير موجودة',
  notFoundText: 'ربما كُتب العنوان خطأ، أو نُقلت الصفحة.',
  notFoundHome: 'إلى الصفحة الأولى',
  notFoundSections: 'أو تصفّح الأقسام',
  search: 'بحث',
  searchLabel: 'ابحث في المقالات',
  searchHelp: 'ضع الكلمات المتتالية بين علامتي اقتباس، وعلامة ناقص قبل كلمة تستبعدها.',
  searchOf: 'ابحث في كل مقالات {site}.',
  searching: 'جارٍ البحث…',
  found: {
    zero: 'لا مقالات',
    one: 'مقالة واحدة',
    two: 'مقالتان',
    few: '{count} مقالات',
    many: '{count} مقالة',
    other: '{count} مقالة',
  },
  foundNone: 'لا نتائج لعبارة “{query}”.',
  foundPart: 'تعذّر تحميل جزء من الفهرس، فقد تنقص نتائج.',
  foundError: 'تعذّر تحميل الفهرس. حاول مرة أخرى.',
  meant: 'هل تقصد:',
  moreResults: 'مزيد من النتائج',
  allOf: 'الكل',
  filters: 'مرشّحات',
  author: 'الكاتب',
  tag: 'الوسم',
  category: 'القسم',
  year: 'السنة',
  type: 'النوع',
  sort: 'الترتيب',
  byRelevance: 'الأنسب',
  byDate: 'الأحدث',
  suggestions: 'أقسام ووسوم وكتّاب',
  searchWithout: 'يحتاج البحث إلى JavaScript. يمكنك تصفح الأرشيف والوسوم أو استعمال محرك بحث.',
  searchElsewhere: 'ابحث عبر {name}',
  moved: 'نُقلت هذه الصفحة',
  movedTo: 'العنوان الجديد:',
  types: {
    news: 'خبر',
    feature: 'تحقيق',
    interview: 'مقابلة',
    analysis: 'تحليل',
    photo: 'صور',
    video: 'فيديو',
    announcement: 'إعلان',
    document: 'وثيقة',
  },
  homeTitle: 'الصفحة الأولى',
  authors: 'الكتّاب',
  withdrawnTitle: 'مقالة مسحوبة',
  withdrawnArticle: 'سُحبت المقالة «{title}».',
  numbered: '{title} – صفحة {number}',
  correctionsOf: 'تصحيحات {site}، الأحدث أولاً.',
  archiveOf: 'جميع مقالات {site} حسب الشهر.',
  articlesOf: 'مقالات {site}: {month}.',
  tagged: 'مقالات بوسم «{tag}» في {site}.',
  allTags: 'جميع وسوم {site}.',
  allAuthors: 'جميع كتّاب {site}.',
};

const picture = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="${colour}"/></svg>`;

/** A paper in Arabic with articles in Vietnamese among its own, for want of a translation. */
export const arabicSite: Files = {
  'broadsheet.config.ts': configuration(
    `languages: { vi: {}, ar: { title: 'صحيفة الضفة', description: 'أخبار الإقليم كل يوم.', greeting: 'أهلاً بكم في صحيفة الضفة', organisation: { name: 'دار الضفة للنشر', lines: ['رئيسة التحرير: ليلى الحداد', 'شارع النهر 12'], telephone: '+84 24 3825 1234', email: 'tahrir@bao.example' }, fallback: 'show' } }`,
  ),
  'templates/words/ar.ts': `export default ${JSON.stringify(words)};\n`,
  'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
  'content/ar/kinh-te/_index.md': '---\ntitle: اقتصاد\nslug: economy\n---\n',
  'content/ar/xa-hoi/_index.md': '---\ntitle: مجتمع\nslug: society\n---\n',
  'content/_authors/layla.ar.md':
    '---\nname: ليلى الحداد\nrole: رئيسة التحرير\n---\nتكتب عن الزراعة والأسواق.\n',
  'content/_authors/layla.md': '---\nname: Layla\n---\n',
  'content/kinh-te/cho.md': article(
    'title: Chợ nổi đông khách trở lại\ndate: 2026-11-18 07:00',
    'Chợ họp từ sáng sớm.',
  ),
  'content/ar/kinh-te/rice.svg': picture('#486'),
  'content/ar/kinh-te/rice.md': article(
    'title: أسعار الأرز ترتفع مع بداية الموسم\nsummary: يدفع التجار 7.400 دونغ للكيلوغرام، أي أكثر مما كانوا يدفعونه قبل شهر.\ndate: 2026-11-20 09:00\nauthors: [layla]\ntags: [أرز, أسواق]\nfeatured: home\nimage: {src: rice.svg, alt: حقل أرز, caption: حقل أرز قرب النهر, credit: سامي نصر}',
    `بدأ المزارعون حصاد محصولهم هذا الأسبوع، وجاء التجار إلى الحقول لشراء الأرز الطازج. انظر [بيانات السوق](https://thongke.example/) و\`broadsheet build\`.

## في السوق

> السعر جيد هذا العام، لكن تكاليف السماد ارتفعت أيضاً.

- أرز طازج
- أرز مجفف

| الصنف | السعر | التغير |
| --- | ---: | ---: |
| طازج | 7.400 | +300 |
| مجفف | 9.100 | +250 |

## ماذا بعد

1. ينتهي الحصاد في آخر الشهر.
2. تُعلن الأسعار الجديدة بعد ذلك.`,
  ),
  'content/ar/kinh-te/bridge.md': article(
    'title: افتتاح الجسر الثاني على النهر\ndate: 2026-11-19 11:30\nauthors: [layla]\ntype: analysis\nkeyPoints: [يختصر الجسر الطريق إلى الميناء., بلغت الكلفة 40 مليون دولار.]',
    'عبرت أول السيارات الجسر ظهر اليوم، بعد ثلاث سنوات من العمل.',
  ),
  'content/ar/xa-hoi/school.svg': picture('#864'),
  'content/ar/xa-hoi/school.md': article(
    'title: مدرسة القرية تستقبل تلاميذها في مبنى جديد\ndate: 2026-11-17 08:00\ntype: interview\nimage: {src: school.svg, alt: مبنى المدرسة}\ncorrections: [{date: 2026-11-18, text: عدد التلاميذ 320 لا 230.}]',
    '**كم تلميذاً في المدرسة؟**\n\nلدينا 320 تلميذاً في اثني عشر صفاً.',
  ),
  'content/ar/xa-hoi/festival.svg': picture('#468'),
  'content/ar/xa-hoi/festival.md': article(
    'title: مهرجان القوارب في صور\ndate: 2026-11-16 18:00\ntype: photo',
    'شارك خمسون قارباً في السباق.\n\n![قوارب في النهر](festival.svg "قوارب عند خط البداية")\n\n![جمهور على الضفة](school.svg "جمهور على الضفة")',
  ),
};
