import { useState } from "react";
import type { Issue } from "../../core/base/issue.ts";
import { CUSTOM_PREFIX } from "../../core/standards/check-pack.ts";
import { copyDraft, editDraft, type PackDraft, templateDraft } from "../../core/standards/pack-draft.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { today } from "../../platform/browser/clock.ts";
import { PackDesk } from "../../ui/standards/PackDesk.tsx";
import { PackForm } from "../../ui/standards/PackForm.tsx";
import { useWords } from "../../ui/words.ts";
import { undo } from "../commands/edit.ts";
import { choosePack, keepPack, removePack } from "../commands/standards.ts";
import { useDesk } from "../desk-context.ts";
import { kindName } from "../standards.ts";
import { useDocument } from "../state/document.ts";
import { useChosenPack, useKnownPacks, usePacksInUse } from "../state/packs.ts";
import { useReturn } from "../state/return.ts";
import { useSession } from "../state/session.ts";
import { usePackTrial } from "../state/trial.ts";

type Said = { readonly text: string; readonly wrong: boolean; readonly onUndo?: () => void };

/** Standards to read, copy and edit, wired to the document: every save is one edit that can be taken back. */
export function StandardsDialog() {
  const { t, text, sentence } = useWords();
  const desk = useDesk();
  const packs = useKnownPacks();
  const chosen = useChosenPack();
  const [inUse] = usePacksInUse();
  const opened = useDocument((document) => document.view !== undefined);
  useReturn();
  const [selectedId, select] = useState(inUse?.id);
  const [otherId, compareWith] = useState<string>();
  const [draft, setDraft] = useState<PackDraft>();
  const [said, say] = useState<Said>();
  const selected = packs.find(({ id }) => id === selectedId) ?? inUse ?? packs[0];
  const other = packs.find(({ id }) => id === otherId && id !== selected?.id);
  const trial = usePackTrial(selected?.id ?? "", other?.id);
  if (selected === undefined) return null;
  const close = () => useSession.setState({ standardsShown: false });

  if (draft) {
    return (
      <PackForm
        start={draft}
        taken={packs.map(({ id }) => id)}
        inUse={chosen === draft.base.id && draft.start === "edit"}
        refusal={said?.wrong ? said.text : undefined}
        kindName={(kind) => text(kindName(kind))}
        onSave={(pack, use) => void save(pack, use)}
        onLeave={() => leave()}
      />
    );
  }
  return (
    <PackDesk
      shipped={packs.filter(({ custom }) => custom === undefined)}
      own={packs.filter(({ custom }) => custom !== undefined)}
      selected={selected}
      original={originalOf(selected, packs)}
      other={other}
      trial={trial}
      chosen={chosen}
      said={said}
      kindName={(kind) => text(kindName(kind))}
      onSelect={(id) => {
        select(id);
        say(undefined);
      }}
      onCompare={compareWith}
      on={
        opened
          ? {
              use: () => choosePack(desk, selected.id),
              tryOut: (id) => {
                choosePack(desk, id);
                close();
              },
              copy: () => begin(copyDraft(selected, { id: freeId(selected.id, packs), date: today() })),
              edit: () => begin(editDraft(selected, originOf(selected, packs))),
              remove: () => void remove(selected),
              fromTemplate: () =>
                begin(
                  templateDraft(shippedStandards().template, { id: freeId("local", packs), date: today() }),
                ),
            }
          : undefined
      }
      onClose={close}
    />
  );

  function begin(to: PackDraft) {
    say(undefined);
    setDraft(to);
  }

  function leave() {
    say(undefined);
    setDraft(undefined);
  }

  async function save(pack: RulePack, use: boolean) {
    const { made, issues } = await keepPack(desk, pack, use);
    if (!made) return sayWhy(issues);
    select(pack.id);
    setDraft(undefined);
    say({ text: t("standards.saved"), wrong: false, onUndo });
  }

  async function remove({ id }: RulePack) {
    const { made, issues } = await removePack(desk, id);
    if (made) say({ text: t("standards.removed"), wrong: false, onUndo });
    else sayWhy(issues);
  }

  function sayWhy(issues: readonly Issue[]) {
    say({ text: issues.map(sentence).join("") || t("screen.failure.mend"), wrong: true });
  }

  function onUndo() {
    void undo(desk).then(() => say(undefined));
  }
}

/** What a pack was copied from, if that is still there. */
function originalOf({ custom }: RulePack, packs: readonly RulePack[]): RulePack | undefined {
  return packs.find(({ id }) => id === custom?.copiedFrom);
}

/** Whose rules can be switched on again in a form. */
function originOf(pack: RulePack, packs: readonly RulePack[]): RulePack | undefined {
  return pack.custom?.copiedFrom === undefined ? shippedStandards().template : originalOf(pack, packs);
}

/** An id that no pack has: that of the original with a number behind it. */
function freeId(from: string, packs: readonly RulePack[]): string {
  const stem = from.replace(CUSTOM_PREFIX, "").replace(/-\d{1,2}$/, "");
  let number = 1;
  while (packs.some(({ id }) => id === `${CUSTOM_PREFIX}${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
