/** A sentence in both languages of the product. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule comes from. The paraphrase is ours; the document's sentence is never copied. */
export interface Clause {
  /** Key of a document of the pack, or `EXT` for one outside it. */
  readonly document: string;
  /** Place in the document, in its own numbering: 三(五)12, 表1, 附件3-23. */
  readonly clause: string;
  /** Line of the transcribed document that was read. */
  readonly line?: number;
  readonly paraphrase: Text;
  /** How sure the source is; absent: the document itself was read. */
  readonly sourceStatus?: "primary" | "secondary" | "transcribed";
  readonly url?: string;
}

/** A document that a pack stands on. */
export interface PolicyDocument {
  readonly key: string;
  readonly title: Text;
  /** issued 印发 · issued_unnumbered 文号、印发日期未载明 · draft 征求意见稿 · descriptive 非规范性. */
  readonly status: "issued" | "issued_unnumbered" | "draft" | "descriptive" | "secondary";
  /** 文号. */
  readonly number?: string;
  readonly issued?: string;
  readonly note?: Text;
}
