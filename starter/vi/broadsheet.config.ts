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
  // Giao diện: màu, phông chữ, các phần của trang chủ (docs/theme.md của Broadsheet).
  theme: {
    sections: { 'thoi-su': '#9a1220', 'kinh-te': '#0f5c4a', 'van-hoa': '#7a2a63' },
  },
});
