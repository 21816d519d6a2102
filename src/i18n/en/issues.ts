import type { Words } from "../zh.ts";

export const issues: Words["issues"] = {
  "file.empty": "The file is empty. Choose another file.",
  "row.id-missing": "This row has no id. Give it one and import again.",
  "project.duplicate-id": "The id {{id}} occurs more than once; only the first row is used. Give each row its own id.",
  "pack.unreadable": "The standards {{pack}} cannot be read: {{reason}}.",
  "edit.unknown-facility": "There is no facility with the id {{id}}.",
};
