import type { NewsroomStanding } from '../workflow/standings.ts';

/** The names of the standings on pages of the dev server. */
export const statusWords: Readonly<Record<'vi' | 'en', Readonly<Record<NewsroomStanding, string>>>> = {
  vi: {
    published: 'Đã đăng',
    draft: 'Bản nháp',
    pending: 'Chờ duyệt',
    unapproved: 'Duyệt chưa hợp lệ',
    rejected: 'Bị trả lại',
    withdrawn: 'Đã gỡ',
    scheduled: 'Chờ đến giờ đăng',
    expired: 'Hết hạn',
    broken: 'Có lỗi',
  },
  en: {
    published: 'Published',
    draft: 'Draft',
    pending: 'Pending',
    unapproved: 'Approval does not count',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    scheduled: 'Scheduled',
    expired: 'Expired',
    broken: 'Broken',
  },
};
