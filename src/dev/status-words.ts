import type { ArticleStatus } from './status-of.ts';

/** The names of the statuses, as newsrooms call them. */
export const statusWords: Readonly<Record<'vi' | 'en', Readonly<Record<ArticleStatus, string>>>> = {
  vi: {
    published: 'Đã đăng',
    draft: 'Bản nháp',
    pending: 'Chờ duyệt',
    rejected: 'Bị trả lại',
    withdrawn: 'Đã gỡ',
    future: 'Chờ đến giờ đăng',
    expired: 'Hết hạn',
    broken: 'Có lỗi',
  },
  en: {
    published: 'Published',
    draft: 'Draft',
    pending: 'Pending',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    future: 'Scheduled',
    expired: 'Expired',
    broken: 'Broken',
  },
};
