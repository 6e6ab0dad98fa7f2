/** Whether a path, however it is spelt, is that of data for the tool and the newsroom: ledgers of royalties, numbers of readers. */
export const isData = (source: string): boolean => /^content\/_data(?:\/|$)/i.test(source.normalize('NFC'));
