import { defineConfig } from 'broadsheet';

export default defineConfig({
  site: {
    title: 'Báo của tôi',
    // Địa chỉ thật của trang: mọi liên kết đầy đủ, RSS và sơ đồ trang dùng nó.
    origin: 'https://bao.example',
    description: 'Tin tức của địa phương.',
    greeting: 'Chào mừng bạn đọc',
    language: 'vi',
    timeZone: '{{zone}}',
  },
});
