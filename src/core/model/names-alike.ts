/** Whether two normalised names say the same beside the kind of place: 龙湖站 and 龙湖居家养老服务站. */
export function namesAlike(one: string, other: string): boolean {
  return one === other || nameStem(one) === nameStem(other);
}

/** Whether two normalised names differ by their numbers or sides alone: 一号站 and 二号站, 东区站 and 西区站. */
export function numberedApart(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  return one.replace(NUMBERS, "#") === other.replace(NUMBERS, "#");
}

/** What a normalised name says beside the kind of place: 东园 of 东园居家养老服务站. Empty if it says nothing else. */
export function nameStem(name: string): string {
  const known = stems.get(name);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = name.replace(WORDS_OF_KINDS, "");
  stems.set(name, stem);
  return stem;
}

/** Remembered, since a register is looked through again after every edit. */
const stems = new Map<string, string>();
const MOST_STEMS = 10_000;

const WORDS_OF_KINDS =
  /(?:社区|小区|居家|机构|养老|为老|助老|托老|敬老|老年人?|日间|照料|照护|护理|颐养|婴幼儿|幼儿|托育|托幼|托儿|早教|亲子|助餐|配餐|就餐|食堂|餐厅|服务|综合|便民|邻里|党群|嵌入式|指导|活动|之家|(?:托育|托儿|幼儿|幼稚|早教|亲子)园|托儿所|服务所|(?:养老|敬老|福利|幸福|颐养|护理)院|驿站|中心|用房|设施|配套|站点?|点|室)+$/u;

const NUMBERS = /(?:\p{N}|(?<![a-z])[a-z](?![a-z])|[一二三四五六七八九十甲乙丙丁东南西北中上下前后左右])+/gu;
