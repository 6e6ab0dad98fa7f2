/** The footer; the benchmark edits this file. */
export default function Colophon() {
  return (
    <footer>
      <p>Báo Sông Sen, bản in thử</p>
      <p>
        <a href="/feed.xml">RSS</a> <a href="/sitemap.xml">Sơ đồ trang</a>
      </p>
    </footer>
  );
}
