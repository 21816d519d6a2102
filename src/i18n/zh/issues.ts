import type { IssueCode } from "../../core/base/issue.ts";

/** One sentence per issue code: what is, then what to do. Placeholders are the facts of the code. */
export const issues = {
  "file.empty": "文件没有内容。换一份文件。",
  "row.id-missing": "这一行没有编号（id）。补上编号再导入。",
  "project.duplicate-id": "编号 {{id}} 出现了不止一次，只采用第一行。改成各不相同的编号。",
  "pack.unreadable": "标准 {{pack}} 读不出来：{{reason}}。",
  "pack.member-missing": "标准文件缺少 {{path}}。补上这一项。",
  "pack.member-unknown": "标准文件里的 {{path}} 不是已知的项。核对拼写，或删去。",
  "pack.wrong-type": "标准文件的 {{path}} 类型不对，应为 {{expected}}。",
  "pack.unknown-word": "标准文件的 {{path}} 不在可用的值里。可用：{{allowed}}。",
  "pack.wrong-form": "标准文件的 {{path}} 写法不对，应为 {{expected}}。",
  "pack.duplicate": "{{path}} 中 {{id}} 出现了不止一次。每个编号只留一个。",
  "pack.dangling": "{{path}} 提到的 {{id}} 在标准里找不到。改成已有的编号，或补上它。",
  "pack.lonely-group": "冲突组 {{group}} 只有一条规则（{{path}}）。再加一条，或去掉分组。",
  "pack.band-reversed": "{{path}} 的下限 {{low}} 大于上限 {{high}}。调换或改正。",
  "pack.number-too-low": "{{path}} 的数值 {{value}} 太小，应 {{least}}。",
  "pack.kind-twice": "{{path}} 中 {{id}} 同时列在两处。计入、第二口径、不计入只能选一处。",
  "pack.not-custom": "标准 {{pack}} 随软件提供，不能修改。先复制一份，再改副本。",
  "pack.custom-id":
    "标准编号 {{id}} 不符：自定义标准以 custom: 开头并写明录入人、复核人，随软件提供的不能这样写。",
  "pack.rule-missing": "标准 {{pack}} 里没有规则 {{rule}}。从列表中选一条。",
  "pack.member-not-of-type": "规则 {{rule}}（类型 {{type}}）没有 {{member}} 这一项，不能修改它。",
  "edit.unknown-facility": "没有编号为 {{id}} 的设施。",
} as const satisfies Record<IssueCode, string>;
