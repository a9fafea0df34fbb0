/** Fields whose few texts are codes by their name; a person's name may be as rare, but is none. */
const codeNames =
  /status|state$|type$|kind$|method$|mode$|currency|reason$|source$|provider$|gateway$|visibility$|condition$|role$|action$/i;
/** Below these stand people and places. */
const personNames = /address|customer|buyer|recipient|contact|person/i;
const codes = /^\p{L}[\p{L}\p{N}_ .:/-]{0,39}$/u;
const dataKeys = /^\d[\d.:-]*$|@|[0-9a-f]{8}-?[0-9a-f]{4}|^.{65}/i;

export const namesCode = (key: string): boolean => codeNames.test(key);
export const namesPerson = (key: string): boolean => personNames.test(key);
/** A word that a program writes, such as `awaiting_payment` or `Awaiting Payment`. */
export const isCode = (text: string): boolean => codes.test(text);
/** An id, a date, an e-mail address: a key that is data, and no field's name. */
export const isData = (key: string): boolean => dataKeys.test(key);
