import { html } from '../../http.js';
import { print } from './print.js';

/** Thrown from anywhere inside an endpoint, its response becomes the answer. */
export class Refused extends Error {
  constructor(readonly response: Response) {
    super(`refused with ${response.status}`);
  }
}

/** Magento's refusal: a message with placeholders and what belongs in them. */
export const refusal = (
  status: number,
  message: string,
  parameters?: Readonly<Record<string, unknown>> | readonly unknown[],
): Response => print(parameters === undefined ? { message } : { message, parameters }, status);

export const noRoute = (): Response => refusal(404, 'Request does not match any route.');

/** A dead or missing token gets the very same answer as a missing right. */
export const notAuthorized = (resources: string): Response =>
  refusal(401, "The consumer isn't authorized to access %resources.", { resources });

export const noSuchEntity = (fieldName: string, fieldValue: unknown): Response =>
  refusal(404, 'No such entity with %fieldName = %fieldValue', { fieldName, fieldValue });

export const noEntity = (): Response =>
  refusal(404, "The entity that was requested doesn't exist. Verify the entity and try again.");

export const noProduct = (): Response =>
  refusal(404, "The product that was requested doesn't exist. Verify the product and try again.");

/** What an unknown column ends in. */
export const internalError = (): Response =>
  refusal(500, 'Internal Error. Details are available in Magento log file. Report ID: webapi-64f0c0ffee123');

/** A slash inside a path segment never reaches Magento: the web server refuses it. */
export const webServerNotFound = (): Response =>
  html(
    '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n</body></html>\n',
    404,
  );
