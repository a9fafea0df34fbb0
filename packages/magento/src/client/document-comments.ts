import { type DocumentCommentInput, documentCommentInput } from '../input/document.js';
import { type DocumentComment, documentCommentSchema } from '../native/document-comment.js';
import { type Api, type Raw, written } from './api.js';
import { type Comments, createComments } from './comments.js';

export type DocumentComments = Comments<Raw<DocumentComment>, DocumentCommentInput, Raw<DocumentComment>>;

/** `createPath` is where a new one goes, where that is not the path of the list. */
export function createDocumentComments(
  api: Api,
  name: string,
  path: (id: string | number) => string,
  createPath = path,
): DocumentComments {
  const check = api.checks(name, documentCommentSchema);
  return createComments(api, {
    name,
    schema: documentCommentSchema,
    input: documentCommentInput,
    path,
    create: (id, comment, call) =>
      written(api, check, 'POST', createPath(id), { entity: { parent_id: Number(id), ...comment } }, call),
  });
}
