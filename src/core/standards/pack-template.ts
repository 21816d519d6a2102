import type { AdminCode, PackId } from "../base/ids.ts";
import type { Outcome } from "../base/outcome.ts";
import type { PolicyDocument, Text } from "./clause.ts";
import { checked, FIRST_VERSION, type Responsible, responsible } from "./custom-pack.ts";
import type { CoefficientBand, RulePack } from "./rule-pack.ts";

/** What a person must say to start a pack for another city. */
export interface NewPack extends Responsible {
  readonly id: PackId;
  readonly city: Text;
  /** Official codes of the place it holds for. */
  readonly adminCodes: readonly AdminCode[];
  readonly title?: Text;
  readonly document?: PolicyDocument;
  readonly populationCoefficient?: CoefficientBand;
}

/**
 * A pack for another city with the common shapes of rules. Every rule is 未规定 until its number is entered, so an
 * unfinished pack never passes a zone; what the city's document does not ask for is removed.
 */
export function packFromTemplate(template: RulePack, as: NewPack): Outcome<RulePack> {
  const { id, city, adminCodes, title, document } = as;
  return checked({
    ...template,
    id,
    city,
    adminCodes,
    title: title ?? titleFor(city),
    version: FIRST_VERSION,
    documents: document === undefined ? [] : [document],
    populationCoefficient: as.populationCoefficient ?? template.populationCoefficient,
    custom: responsible(as),
  });
}

/** What a pack is called that nobody named. */
export function titleFor(city: Text): Text {
  return { zh: `${city.zh}“一老一小”标准`, en: `${city.en}: standards for the elderly and the young` };
}
