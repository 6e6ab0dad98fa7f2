/** Words that the pipeline writes into a body. */
export interface Labels {
  readonly footnotes: string;
  /** Accessible name of the way back from a footnote, before the note's number. */
  readonly back: string;
  readonly table: string;
  readonly done: string;
  readonly open: string;
  /** What kind of note a box is. */
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
}

const vi: Labels = {
  footnotes: 'Chú thích',
  back: 'Quay lại nội dung',
  table: 'Bảng',
  done: 'Đã xong',
  open: 'Chưa xong',
  alerts: {
    note: 'Ghi chú',
    tip: 'Mẹo',
    important: 'Quan trọng',
    warning: 'Cảnh báo',
    caution: 'Thận trọng',
  },
};

const en: Labels = {
  footnotes: 'Footnotes',
  back: 'Back to reference',
  table: 'Table',
  done: 'Done',
  open: 'To do',
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
};

/** The words of a language; English for one that has none. */
export const labelsOf = (language: string): Labels => (/^vi(?:-|$)/i.test(language) ? vi : en);
