/**
 * A cell without the white space around it, and without the invisible marks (zero width, direction of writing) that
 * copying from chats and web pages adds there. Marks inside, as between the parts of an emoji, stay.
 */
export function trimmed(cell: string): string {
  if (isFramed(cell)) return cell;
  const text = cell.trim();
  if (!isMark(text.charCodeAt(0)) && !isMark(text.charCodeAt(text.length - 1))) return text;
  return text.replace(AROUND, "");
}

/** A heading without white space and such marks anywhere. */
export function squeezed(heading: string): string {
  return heading.replace(ANYWHERE, "");
}

/** Whether it begins and ends with a character that is surely neither white space nor such a mark. */
function isFramed(text: string): boolean {
  return isSure(text.charCodeAt(0)) && isSure(text.charCodeAt(text.length - 1));
}

function isSure(code: number): boolean {
  return (code > 0x20 && code < 0xa0) || (code > 0x3000 && code !== 0xfeff);
}

function isMark(code: number): boolean {
  return !isSure(code) && MARK.test(String.fromCharCode(code));
}

const INVISIBLE = "\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF";
const MARK = new RegExp(`[${INVISIBLE}]`);
const AROUND = new RegExp(`^[\\s${INVISIBLE}]+|[\\s${INVISIBLE}]+$`, "g");
const ANYWHERE = new RegExp(`[\\s${INVISIBLE}]+`, "g");
