import type { HttpAnswer } from '@cartograph/connector-kit';
import { RequestError, ResponseError, tellBody } from '@cartograph/core';
import { connectorTitle } from '../errors.js';

export interface XmlWarning {
  readonly field: string | null;
  readonly message: string | null;
  readonly value: string | null;
}

/** An answer of the older API, whole and in parts. */
export interface XmlReply {
  /** By which `feeds` knows it. */
  readonly requestId: string | null;
  readonly warnings: readonly XmlWarning[];
  readonly xml: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, character => escapes[character] ?? '');

const unescapeXml = (text: string): string =>
  text
    .replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, '$1')
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
    );

export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(match => (match[1] ?? '').trim());

export const textIn = (xml: string, name: string): string | null => {
  const [found] = elements(xml, name);
  return found === undefined || found === '' ? null : unescapeXml(found);
};

/** The older API answers a refusal with 200 too: an ErrorResponse is a RequestError. */
export function readXmlReply({ body, status }: HttpAnswer): XmlReply {
  const xml = body instanceof Uint8Array ? new TextDecoder().decode(body) : '';
  const context = { connector: connectorTitle, status };
  if (xml.includes('<ErrorResponse')) {
    const code = textIn(xml, 'ErrorCode');
    const why = [code, textIn(xml, 'ErrorMessage')].filter(part => part !== null).join(': ');
    const error = new RequestError(`${connectorTitle} refuses the XML (${why || 'no reason given'})`, {
      ...context,
      code,
    });
    throw tellBody(error, xml);
  }
  if (!xml.includes('<SuccessResponse'))
    throw tellBody(new ResponseError(`${connectorTitle} answers XML with something else`, context), xml);
  return {
    requestId: textIn(xml, 'RequestId'),
    warnings: elements(xml, 'WarningDetail').map(detail => ({
      field: textIn(detail, 'Field'),
      message: textIn(detail, 'Message'),
      value: textIn(detail, 'Value'),
    })),
    xml,
  };
}
