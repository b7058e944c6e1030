/** The languages of the interface; what sources say stays in theirs. */
export type Language = "en" | "ar";

interface Word {
  readonly en: string;
  readonly ar: string;
}

/** A word for each sort of number, as Intl.PluralRules names them; `#` stands for the number. */
interface Counted {
  readonly en: Readonly<Record<"one" | "other", string>>;
  readonly ar: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
}

/**
 * Everything that the pages say of themselves. `{name}` stands for what is put there. Words of things counted are in {@link COUNTED}; those of kinds and predicates
 * come from the ontology.
 */
export const WORDS = {
  // every page
  skip: { en: "Skip to the content", ar: "انتقل إلى المحتوى" },
  searchBox: {
    en: "Search names and quotes, in English or Arabic",
    ar: "ابحث في الأسماء والاقتباسات، بالعربية أو الإنجليزية",
  },
  search: { en: "Search", ar: "بحث" },
  home: { en: "Sanad, home", ar: "سند، الصفحة الرئيسية" },
  navigation: { en: "Pages", ar: "الصفحات" },
  conflicts: { en: "Conflicts", ar: "التعارضات" },
  graph: { en: "Graph", ar: "الشبكة" },
  playground: { en: "Playground", ar: "مختبر الاستعلام" },
  lightOrDark: { en: "Light or dark", ar: "فاتح أو داكن" },
  light: { en: "Light", ar: "فاتح" },
  dark: { en: "Dark", ar: "داكن" },
  system: { en: "As the system", ar: "حسب النظام" },
  openInPlayground: { en: "Open this page’s query in the playground", ar: "افتح استعلام هذه الصفحة في المختبر" },
  shortcuts: { en: "Keyboard shortcuts", ar: "اختصارات لوحة المفاتيح" },
  nextAndPrevious: { en: "Next and previous", ar: "التالي والسابق" },
  keysAreOn: { en: "Single keys do this", ar: "المفاتيح المفردة تفعل ذلك" },
  copied: { en: "Copied", ar: "نُسخ" },
  notCopied: { en: "The browser does not let this be copied", ar: "لا يسمح المتصفح بالنسخ" },
  close: { en: "Close", ar: "إغلاق" },
  asOfKnown: { en: "as this database knew it on {date}", ar: "كما عرفته قاعدة البيانات هذه في {date}" },
  asOfValid: { en: "as it was in the world on {date}", ar: "كما كان في الواقع في {date}" },
  backToNow: { en: "back to now", ar: "العودة إلى الآن" },
  retry: { en: "Try again", ar: "حاول مجددًا" },
  notFound: { en: "Nothing stands at this address", ar: "لا شيء في هذا العنوان" },
  failed: { en: "This could not be answered", ar: "تعذرت الإجابة" },
  // what is claimed
  ACTUAL: { en: "actual", ar: "فعلي" },
  PLANNED: { en: "planned", ar: "مخطط" },
  ESTIMATED: { en: "estimated", ar: "تقديري" },
  OPINION: { en: "opinion", ar: "رأي" },
  PREFERRED: { en: "preferred", ar: "مفضل" },
  DEPRECATED: { en: "deprecated", ar: "مهجور" },
  SUPERSEDED: { en: "superseded", ar: "حل محله غيره" },
  RETRACTED: { en: "retracted", ar: "مسحوب" },
  contradicted: { en: "contradicted", ar: "معارَض" },
  // home and search
  suggested: { en: "Suggestions: #", ar: "الاقتراحات: #" },
  // entity
  // source
  // conflicts
  // graph
  around: { en: "Around {name}", ar: "حول {name}" },
  between: { en: "From {from} to {to}", ar: "من {from} إلى {to}" },
  howFrom: { en: "How does {name} hang together with …", ar: "كيف يرتبط {name} بـ …" },
  everyLine: { en: "Every line is a claim: follow it to its quotes.", ar: "كل خط ادعاء: اتبعه إلى اقتباساته." },
  ofTotal: { en: " of {total}, the best supported", ar: " من {total}، الأقوى سندًا" },
  ofMore: {
    en: " of {total} or more, the best supported; what lies beyond those with very many claims was not looked at",
    ar: " من {total} أو أكثر، الأقوى سندًا؛ ولم يُنظر فيما وراء ما كثرت ادعاءاته جدًا",
  },
  nothingAround: {
    en: "No claim leads from here to another entity, as far as it is looked for.",
    ar: "لا ادعاء يقود من هنا إلى كيان آخر في حدود هذا البحث.",
  },
  drawing: { en: "Drawing", ar: "رسم" },
  legend: { en: "What the lines mean", ar: "معاني الخطوط" },
  takeApart: { en: "take apart", ar: "فصّلها" },
  takenApart: { en: "Taken apart", ar: "مفصّلة" },
  together: { en: "together again", ar: "اجمعها من جديد" },
  narrow: { en: "What is drawn", ar: "ما يُرسم" },
  howFar: { en: "Claims away", ar: "البعد بالادعاءات" },
  predicate: { en: "What is said", ar: "ما يقال" },
  modality: { en: "Modality", ar: "الصيغة" },
  all: { en: "all", ar: "الكل" },
  sameAsTable: { en: "The same as a table", ar: "الشيء نفسه جدولًا" },
  citationsHead: { en: "Citations", ar: "الاستشهادات" },
  originsHead: { en: "Origins", ar: "الأصول" },
  furtherFrom: { en: "Go on from here", ar: "تابع من هنا" },
  entitiesHere: { en: "What is drawn here, to put in the middle", ar: "ما رُسم هنا، ليوضع في الوسط" },
  inTheMiddle: { en: "in the middle", ar: "في الوسط" },
  focusHere: { en: "put in the middle", ar: "ضعه في الوسط" },
  focusOn: { en: "{name}: put in the middle", ar: "{name}: ضعه في الوسط" },
  focusKey: { en: "Put the box in focus in the middle", ar: "ضع المربع المحدد في الوسط" },
  elsewhere: { en: "Begin elsewhere", ar: "ابدأ من مكان آخر" },
  sameEntity: { en: "These are one and the same.", ar: "هذان شيء واحد." },
  noChain: {
    en: "No chain of up to {most} claims leads from one to the other; longer ones were not looked for.",
    ar: "لا سلسلة من {most} ادعاءات أو أقل تقود من أحدهما إلى الآخر؛ ولم يُبحث عن أطول منها.",
  },
  otherWay: { en: "the other way round", ar: "في الاتجاه الآخر" },
  another: { en: "Another end", ar: "طرف آخر" },
  chainNumber: { en: "Chain {place}", ar: "السلسلة {place}" },
  whichOne: { en: "Which one?", ar: "أيها؟" },
  noneFound: { en: "Nothing of that name", ar: "لا شيء بهذا الاسم" },
  latestAbout: { en: "What the latest claims tell of", ar: "ما تتحدث عنه أحدث الادعاءات" },
  seekFocus: { en: "What to put in the middle", ar: "ما يوضع في الوسط" },
  seekOther: { en: "How {name} hangs together with", ar: "كيف يرتبط {name} بـ" },
  show: { en: "Show", ar: "اعرض" },
  // curating
  // claim
  claim: { en: "Claim", ar: "ادعاء" },
} as const satisfies Readonly<Record<string, Word>>;

/** Words of things counted. */
export const COUNTED = {
  citations: {
    en: { one: "# citation", other: "# citations" },
    ar: { one: "استشهاد واحد", two: "استشهادان", few: "# استشهادات", other: "# استشهادًا" },
  },
  sources: {
    en: { one: "# source", other: "# sources" },
    ar: { one: "مصدر واحد", two: "مصدران", few: "# مصادر", other: "# مصدرًا" },
  },
  claims: {
    en: { one: "# claim", other: "# claims" },
    ar: { one: "ادعاء واحد", two: "ادعاءان", few: "# ادعاءات", other: "# ادعاءً" },
  },
  entities: {
    en: { one: "# entity", other: "# entities" },
    ar: { one: "كيان واحد", two: "كيانان", few: "# كيانات", other: "# كيانًا" },
  },
  chains: {
    en: { one: "# chain", other: "# chains" },
    ar: { one: "سلسلة واحدة", two: "سلسلتان", few: "# سلاسل", other: "# سلسلة" },
  },
  origins: {
    en: { one: "# origin", other: "# origins" },
    ar: { one: "أصل واحد", two: "أصلان", few: "# أصول", other: "# أصلًا" },
  },
} as const satisfies Readonly<Record<string, Counted>>;

export type WordKey = keyof typeof WORDS;
export type CountedKey = keyof typeof COUNTED;

/** A word of the interface, what it names put in the place of `{name}`. */
export function say(language: Language, key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[key][language].replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

const RULES = { en: new Intl.PluralRules("en"), ar: new Intl.PluralRules("ar") };

/** A number, its digits in groups of three. */
export function figure(language: Language, number: number): string {
  return new Intl.NumberFormat(language === "ar" ? "ar-u-nu-latn" : "en", { maximumFractionDigits: 6 }).format(number);
}

/** So many of something, in words: `4 citations`. */
export function count(language: Language, key: CountedKey, number: number): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = COUNTED[key][language];
  return (forms[RULES[language].select(number)] ?? forms.other).replace("#", figure(language, number));
}

/** The direction in which a language is written; that of its script where the tag names one. */
export function directionOf(tag: string): "ltr" | "rtl" {
  const { language, script } = new Intl.Locale(tag).maximize();
  return RIGHT_TO_LEFT_SCRIPTS.has(script ?? "") || language === "ar" ? "rtl" : "ltr";
}

const RIGHT_TO_LEFT_SCRIPTS = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);
