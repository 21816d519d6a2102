import { expect, test } from "vitest";
import { blankDocument, copyDraft } from "../../../src/core/standards/pack-draft.ts";
import { readDraft } from "../../../src/core/standards/read-draft.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { readProject } from "../../../src/io/project-file/read-project.ts";
import { writeProject } from "../../../src/io/project-file/write-project.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aProject, aZone } from "../../builders/rows.ts";

test("standards of one's own travel in the project file: unchecked, with their document and their numbers", async () => {
  const standards = shippedStandards();
  const draft = copyDraft(packById(standards, "xuzhou-2022") ?? standards.template, {
    ...{ id: "local", date: "2026-11-25" },
  });
  const document = {
    ...blankDocument(draft.documents),
    ...{ title: { zh: "会议纪要", en: "会议纪要" }, number: "〔2026〕3号" },
  };
  const rules = draft.rules.map((one) => (one.rule.id === "XZ-N-E-20" ? { ...one, threshold: "20.1" } : one));
  const pack = value(
    readDraft({ ...draft, rules, enteredBy: "王工", documents: [document, ...draft.documents] }, []),
  );
  const project = aProject([aZone("Z")], [], { customPacks: [pack] });
  const bytes = new Uint8Array(await new Response(writeProject(project)).arrayBuffer());
  const read = value(await readProject(bytes, "P.quan"));
  expect(read).toEqual(project);
  expect(read.customPacks[0]?.custom).toEqual({
    ...{ copiedFrom: "xuzhou-2022", enteredBy: "王工", date: "2026-11-25" },
  });
});
