import type { IssueCode } from "../../core/base/issue.ts";

/** One sentence per issue code: what is, then what to do. Placeholders are the facts of the code. */
export const issues = {
  "file.empty": "文件没有内容。换一份文件。",
  "row.id-missing": "这一行没有编号（id）。补上编号再导入。",
  "project.duplicate-id": "编号 {{id}} 出现了不止一次，只采用第一行。改成各不相同的编号。",
  "pack.unreadable": "标准 {{pack}} 读不出来：{{reason}}。",
  "edit.unknown-facility": "没有编号为 {{id}} 的设施。",
} as const satisfies Record<IssueCode, string>;
