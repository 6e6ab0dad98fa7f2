/**
 * What decree 42/2022/NĐ-CP (24 June 2022, in force from 15 August 2022 to the end of June 2026) requires the
 * portal of a state agency to publish, according to summaries by the Government's portal and law publishers.
 * Letters are given where the sources name them. Checked on the day in `checked`; the text of the decree is
 * what counts.
 */
export const decree42 = {
  name: 'Nghị định 42/2022/NĐ-CP',
  sources: [
    'https://thuvienphapluat.vn/van-ban/Cong-nghe-thong-tin/Nghi-dinh-42-2022-ND-CP-cung-cap-thong-tin-dich-vu-cong-truc-tuyen-tren-moi-truong-mang-518831.aspx',
    'https://lawnet.vn/thong-tin-phap-luat/thong-bao-van-ban-moi/cac-chuc-nang-ho-tro-co-ban-cua-cong-thong-tin-dien-tu-103052.html',
  ],
  checked: '2026-11-30',
  successor: {
    name: 'Nghị định 224/2026/NĐ-CP',
    since: '2026-07-01',
    source: 'https://vanban.chinhphu.vn/?pageid=27160&docid=218633',
  },
  points: {
    documents: {
      article: '4.1.a',
      vi: 'Văn bản quy phạm pháp luật và văn bản quản lý hành chính, với tệp tải về và công cụ tìm kiếm',
      en: 'Legal and administrative documents, to download and to search',
    },
    treaties: {
      article: '4.1.b',
      vi: 'Điều ước quốc tế và thỏa thuận quốc tế',
      en: 'Treaties and international agreements',
    },
    procedures: {
      article: '4.1.c',
      vi: 'Thủ tục hành chính, dịch vụ công trực tuyến, quy trình giải quyết công việc',
      en: 'Administrative procedures, online public services, how matters are handled',
    },
    guidance: {
      article: '4.1.d',
      vi: 'Phổ biến, hướng dẫn thực hiện pháp luật, chế độ, chính sách',
      en: 'Guidance on laws, regimes and policies',
    },
    plans: {
      article: '4.1.đ',
      vi: 'Chiến lược, chương trình, dự án, đề án, kế hoạch, quy hoạch và kết quả thực hiện',
      en: 'Strategies, programmes, projects, plans and master plans, and their results',
    },
    organisation: {
      article: '4.1.e',
      vi: 'Chức năng, nhiệm vụ, quyền hạn, cơ cấu tổ chức, sơ đồ tổ chức của cơ quan và đơn vị trực thuộc',
      en: 'Functions, tasks, powers and structure of the agency and its units',
    },
    contacts: {
      article: '4.1.e',
      vi: 'Địa chỉ, điện thoại, fax, thư điện tử của cơ quan; họ tên, chức vụ, điện thoại, thư điện tử của đầu mối liên hệ',
      en: 'Addresses and numbers of the agency, and of the officials to contact',
    },
    finances: {
      article: '4.1',
      vi: 'Báo cáo tài chính năm',
      en: 'Annual financial statements',
    },
    statistics: {
      article: '4.1',
      vi: 'Thông tin thống kê về ngành, lĩnh vực quản lý',
      en: 'Statistics of the fields under management',
    },
    links: {
      article: '7.1',
      vi: 'Đường liên kết đến cổng thông tin điện tử của cơ quan nhà nước khác có liên quan',
      en: 'Links to the portals of other agencies concerned',
    },
    englishOrganisation: {
      article: '7.2.a',
      vi: 'Bằng tiếng Anh: cơ cấu tổ chức, chức năng, nhiệm vụ, quyền hạn',
      en: 'In English: structure, functions, tasks and powers',
    },
    englishContacts: {
      article: '7.2.b',
      vi: 'Bằng tiếng Anh: thông tin liên hệ của cán bộ, công chức có thẩm quyền',
      en: 'In English: contacts of the officials in charge',
    },
  },
} as const;

export type PointId = keyof typeof decree42.points;
export const pointIds = Object.keys(decree42.points) as [PointId, ...PointId[]];
