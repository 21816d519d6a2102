/** Marks between and around words, by language. */
export const MARKS = {
  zh: {
    semicolon: "；",
    colon: "：",
    bracketed: (text: string) => `（${text}）`,
    titled: (title: string) => (title.startsWith("《") ? title : `《${title}》`),
  },
  en: {
    semicolon: "; ",
    colon: ": ",
    bracketed: (text: string) => ` (${text})`,
    titled: (title: string) => `${title}, `,
  },
} as const;
