/** The part of sax that is used here. */
declare module 'sax' {
  interface QualifiedName {
    readonly name: string;
    readonly prefix: string;
    readonly local: string;
    readonly uri: string;
  }
  export interface QualifiedTag extends QualifiedName {
    readonly attributes: Readonly<Record<string, QualifiedName & { readonly value: string }>>;
  }
  export interface SAXParser {
    ENTITIES: Record<string, string>;
    error: Error | null;
    /** The attributes so far of the element at hand, in which it has not come to its end. */
    readonly attribList: readonly unknown[];
    onerror: (error: Error) => void;
    onopentag: (tag: QualifiedTag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: (text: string) => void;
    write(text: string): SAXParser;
    close(): SAXParser;
  }
  export const parser: (
    strict: boolean,
    options: { readonly xmlns: boolean; readonly position: boolean },
  ) => SAXParser;
  const sax: { readonly parser: typeof parser; MAX_BUFFER_LENGTH: number };
  export default sax;
}
