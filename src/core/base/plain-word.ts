/** Whether a text is small letters, digits and common Chinese characters alone: however words are compared, as it stands. */
export function isPlainWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isChinese = code >= 0x4e00 && code <= 0x9fff;
    if (!isChinese && !(code >= 0x30 && code <= 0x39) && !(code >= 0x61 && code <= 0x7a)) return false;
  }
  return true;
}
