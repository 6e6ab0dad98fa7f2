import { defineConfig } from 'broadsheet';

export default defineConfig({
  site: {
    title: 'Báo Lạc Giang điện tử',
    origin: 'https://baolacgiang.example',
    description:
      'Tin tức chính thống của tỉnh Lạc Giang: chính trị, kinh tế, xã hội, văn hóa, môi trường và thể thao.',
    greeting: 'Chào mừng bạn đọc đến với Báo Lạc Giang điện tử',
    organisation: {
      name: 'Báo Lạc Giang',
      logo: 'bieu-trung.svg',
      lines: [
        'Cơ quan ngôn luận của tỉnh Lạc Giang',
        'Giấy phép hoạt động báo điện tử số 000/GP-LG (mẫu minh họa)',
        'Chịu trách nhiệm nội dung: Lê Hoàng Phúc, Tổng biên tập',
        'Tòa soạn: số 18, đường Bến Sông, thành phố Lạc Dương, tỉnh Lạc Giang',
      ],
      email: 'toasoan@baolacgiang.example',
      telephone: '0290 000 018',
    },
    icon: 'bieu-trung.svg',
    humans: true,
  },
  search: {
    synonyms: ['UBND = ủy ban nhân dân', 'HĐND = hội đồng nhân dân', 'HTX = hợp tác xã', 'TP = thành phố'],
  },
  languages: {
    vi: {},
    en: {
      title: 'Lạc Giang Gazette',
      description:
        'News and features from Lạc Giang province: politics, economy, society, culture, environment and sport.',
      greeting: 'Welcome to Báo Lạc Giang in English',
      organisation: {
        lines: [
          'The newspaper of Lạc Giang province',
          'Online newspaper licence 000/GP-LG (sample)',
          'Editor-in-chief: Lê Hoàng Phúc',
          'Newsroom: 18 Bến Sông Street, Lạc Dương, Lạc Giang province',
        ],
      },
      fallback: 'show',
    },
  },
  compliance: {
    organisation: 'gioi-thieu',
    contacts: 'lien-he',
    englishOrganisation: 'en/gioi-thieu',
    englishContacts: 'en/lien-he',
  },
  feeds: { formats: ['rss', 'atom', 'json'] },
  delivery: { hosts: ['nginx'] },
  robots: { training: 'refuse' },
  views: { print: true },
  embeds: ['openstreetmap', 'youtube'],
  theme: {
    sections: {
      'chinh-tri': '#9a1220',
      'kinh-te': '#0f5c4a',
      'xa-hoi': '#8a4b08',
      'van-hoa': '#7a2a63',
      'moi-truong': '#20639b',
      'the-thao': '#b3400e',
    },
    home: [
      { lead: 'split' },
      { latest: 4 },
      { section: 'chinh-tri', as: 'feature' },
      { section: 'kinh-te', as: 'columns' },
      { section: 'xa-hoi', as: 'feature' },
      { section: 'van-hoa', as: 'pictures' },
      { section: 'moi-truong', as: 'list' },
      { section: 'the-thao', as: 'feature' },
      { mostRead: 5 },
    ],
    social: [
      { title: 'Facebook', to: 'https://facebook.example/baolacgiang' },
      { title: 'YouTube', to: 'https://youtube.example/@baolacgiang' },
      { title: 'Zalo', to: 'https://zalo.example/baolacgiang' },
    ],
  },
  lists: { category: 4, tag: 6, author: 6, latest: 4, block: 4 },
  pictures: { cards: 'articles' },
});
