/** Words that the pipeline writes into a body. */
export interface Labels {
  readonly footnotes: string;
  /** Accessible name of the back link of a footnote, before its number. */
  readonly back: string;
  readonly table: string;
  readonly done: string;
  readonly open: string;
}

const vi: Labels = {
  footnotes: 'Chú thích',
  back: 'Quay lại nội dung',
  table: 'Bảng',
  done: 'Đã xong',
  open: 'Chưa xong',
};

const en: Labels = {
  footnotes: 'Footnotes',
  back: 'Back to reference',
  table: 'Table',
  done: 'Done',
  open: 'To do',
};

/** The labels of a language; English where there are none. */
export const labelsOf = (language: string): Labels => (/^vi(?:-|$)/i.test(language) ? vi : en);
