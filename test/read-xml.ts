import { DOMParser } from '@xmldom/xmldom';
import { SaxesParser } from 'saxes';

/** Throws what either of two strict parsers of XML objects to, warnings too. */
export function readXml(xml: string): void {
  const fail = (error: Error): void => {
    throw error;
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', fail);
  parser.write(xml).close();
  new DOMParser({
    onError: (level, message) => fail(new Error(`${level}: ${message}`)),
  }).parseFromString(xml, 'text/xml');
}
