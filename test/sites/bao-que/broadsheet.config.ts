import { defineConfig } from 'broadsheet';

export default defineConfig({
  site: {
    title: 'Báo Quê',
    origin: 'https://baoque.example',
    description: 'Tin của một xã.',
    greeting: 'Chào bạn đọc',
    organisation: {
      name: 'Ủy ban nhân dân xã',
      lines: ['Giấy phép số 1', 'Chịu trách nhiệm: Bà Ba'],
      email: 'toasoan@baoque.example',
    },
  },
  lists: { category: 2, tag: 2, author: 2, feed: 3 },
});
