import type { Words } from "../zh.ts";

export const issues: Words["issues"] = {
  "file.empty": "The file is empty. Choose another file.",
  "file.too-large":
    "The file is larger than {{limit}} and was not opened. Split it by street and choose the parts together.",
  "project.damaged": "The project file is cut off or damaged. Open a complete copy.",
  "project.no-header":
    "This is no project file of ours: its first line is not right. Choose a .quan file, or import tables.",
  "project.line-wrong":
    "{{where}} of this line is not right, so the file was not opened. Mend the line or take another copy.",
  "project.changed-outside":
    "The project file was changed outside the program; every row was checked before it was opened.",
  "row.id-missing": "This row has no id. Give it one and import again.",
  "project.duplicate-id":
    "The id {{id}} occurs more than once; only the first row is used. Give each row its own id.",
  "pack.unreadable": "The standards {{pack}} cannot be read: {{reason}}.",
  "pack.member-missing": "The standards file lacks {{path}}. Add it.",
  "pack.member-unknown": "{{path}} is not a known part of a standards file. Check its spelling or remove it.",
  "pack.wrong-type": "{{path}} of the standards file has the wrong type; it should be {{expected}}.",
  "pack.unknown-word": "{{path}} of the standards file is none of the known words: {{allowed}}.",
  "pack.wrong-form": "{{path}} of the standards file is not written as it should be: {{expected}}.",
  "pack.duplicate": "{{id}} occurs more than once in {{path}}. Keep each id once.",
  "pack.dangling": "{{path}} names {{id}}, which the standards do not have. Use a known id or add it.",
  "pack.lonely-group":
    "The conflict group {{group}} has a single rule ({{path}}). Add another or drop the group.",
  "pack.band-reversed":
    "The lower end {{low}} of {{path}} is above its upper end {{high}}. Swap or correct them.",
  "pack.number-too-low": "The number {{value}} of {{path}} is too small; it should be {{least}}.",
  "pack.kind-twice":
    "{{id}} stands in two lists of {{path}}. It counts, counts under the second reading, or never counts: choose one.",
  "pack.not-custom":
    "The standards {{pack}} come with the product and cannot be changed. Copy them and change the copy.",
  "pack.custom-id":
    "The id {{id}} does not fit: custom standards begin with custom: and say who entered and checked them; shipped ones do not.",
  "pack.rule-missing": "The standards {{pack}} have no rule {{rule}}. Choose one from the list.",
  "pack.member-not-of-type": "Rule {{rule}} (type {{type}}) has no {{member}} to change.",
  "case.unreadable": "The case is not readable JSON: {{reason}}. Correct it and try again.",
  "case.member-missing": "The case lacks {{path}}. Add it.",
  "case.member-unknown": "{{path}} of the case is not a known member. Check the spelling, or remove it.",
  "case.wrong-value": "{{path}} of the case is wrong; it should be {{expected}}.",
  "case.two-supplies": "The case gives both supply and facilities. Keep one of them.",
  "case.which-estate":
    "The case has several estates and does not say which to judge. Name one in evaluate: {{known}}.",
  "case.unknown-estate": "evaluate names {{id}}, which is no estate of the case. Known: {{known}}.",
  "case.unknown-pack": "There is no standard {{pack}}. Known: {{known}}.",
  "case.unknown-overlay": "There is no overlay {{overlay}} for {{pack}}. Known: {{known}}.",
  "case.pack-needed": "any is for walks (reach) only; a case of level {{level}} names its standard.",
  "case.other-pack": "Asked to judge by {{asked}}, but the case is for {{stated}}. Make them the same.",
  "case.limit-needed": "There is no walking limit. Give networkLimitM or profile.",
  "desk.nothing-open": "Nothing is open yet. Choose a sketched city or import your own data.",
  "evidence.unknown-zone": "There is no zone with the id {{id}}.",
  "edit.unknown-facility": "There is no facility with the id {{id}}.",
  "edit.no-place":
    "{{lng}}, {{lat}} is no place on the ground. Longitudes run from −180 to 180, latitudes from −90 to 90.",
  "patch.other-row":
    "{{id}} is no longer what the edit was made from, so nothing was changed. Look at it as it is now and edit again.",
};
