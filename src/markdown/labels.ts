/** Words that the pipeline writes into a body. */
export interface Labels {
  readonly footnotes: string;
  /** Accessible name of the way back from a footnote. */
  readonly back: (note: number, occurrence: number) => string;
  readonly table: string;
  readonly done: string;
  readonly open: string;
}

const occurrenceOf = (note: number, occurrence: number): string => (occurrence > 1 ? `${note}-${occurrence}` : `${note}`);

const vi: Labels = {
  footnotes: 'Chú thích',
  back: (note, occurrence) => `Quay lại nội dung ${occurrenceOf(note, occurrence)}`,
  table: 'Bảng',
  done: 'Đã xong',
  open: 'Chưa xong',
};

const en: Labels = {
  footnotes: 'Footnotes',
  back: (note, occurrence) => `Back to reference ${occurrenceOf(note, occurrence)}`,
  table: 'Table',
  done: 'Done',
  open: 'To do',
};

/** The words of a language; English for one that has none. */
export const labelsOf = (language: string): Labels => (/^vi(?:-|$)/i.test(language) ? vi : en);
