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
  nextAndPreviousQuote: { en: "Next and previous quote", ar: "الاقتباس التالي والسابق" },
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
  alsoCalled: { en: "Also called", ar: "يُسمّى أيضًا" },
  mergedHere: { en: "Also merged here: {id}, by {by} on {date}", ar: "دُمج هنا أيضًا: {id}، بيد {by} في {date}" },
  keptApart: { en: "Not the same as {id}, says {by} on {date}", ar: "ليس هو {id}، كما قال {by} في {date}" },
  neighbours: { en: "What it hangs together with by one step", ar: "ما يرتبط به بخطوة واحدة" },
  more: { en: "{count} more", ar: "{count} غيرها" },
  claimsAbout: { en: "What is claimed of it", ar: "ما قيل عنه" },
  claimsLeading: { en: "Claims that lead to it", ar: "ادعاءات تنتهي إليه" },
  claimsSaid: { en: "What it said", ar: "ما قاله" },
  nothingClaimed: { en: "Nothing is claimed of it yet.", ar: "لم يُدَّعَ عنه شيء بعد." },
  nothingSo: { en: "Nothing of this sort is claimed of it.", ar: "لم يُدَّعَ عنه شيء من هذا النوع." },
  allClaims: { en: "All that is claimed of it", ar: "كل ما قيل عنه" },
  saidBy: { en: "said by {names}", ar: "قاله {names}" },
  since: { en: "since {date}", ar: "منذ {date}" },
  until: { en: "until {date}", ar: "حتى {date}" },
  fromTo: { en: "{from} to {to}", ar: "من {from} إلى {to}" },
  narrow: { en: "Only what is said by one predicate", ar: "ما يقال بعلاقة واحدة فقط" },
  without: { en: "{what}, take this away", ar: "{what}، أزل هذا" },
  order: { en: "Order", ar: "الترتيب" },
  sortPredicate: { en: "by what is said", ar: "حسب ما يقال" },
  sortValidFrom: { en: "latest first", ar: "الأحدث أولًا" },
  sortRecordedAt: { en: "lately recorded first", ar: "المسجل أخيرًا أولًا" },
  sortAmount: { en: "largest first", ar: "الأكبر أولًا" },
  previousPage: { en: "Previous page", ar: "الصفحة السابقة" },
  nextPage: { en: "Next page", ar: "الصفحة التالية" },
  plotKey: {
    en: "each dot a claim, as wide as its date is vague; hollow: planned",
    ar: "كل نقطة ادعاء، بعرض غموض تاريخها؛ المفرغة مخططة",
  },
  together: { en: "How does it hang together with …", ar: "كيف يرتبط بـ…" },
  otherEnd: { en: "Something else, by its name", ar: "شيء آخر باسمه" },
  show: { en: "Show", ar: "اعرض" },
  inGraph: { en: "See it in the graph", ar: "انظره في الشبكة" },
  // source
  by: { en: "By", ar: "بقلم" },
  publisher: { en: "Publisher", ar: "الناشر" },
  published: { en: "Published", ar: "نُشر" },
  language: { en: "Language", ar: "اللغة" },
  original: { en: "Original", ar: "الأصل" },
  license: { en: "Licence", ar: "الرخصة" },
  credit: { en: "Credit", ar: "النسبة" },
  storedAt: { en: "Stored here", ar: "حُفظ هنا" },
  takenFrom: { en: "Taken from", ar: "مأخوذ من" },
  repeatedBy: { en: "Repeated by", ar: "كرره" },
  restricted: { en: "Restricted: readers do not see this source.", ar: "مقيَّد: لا يرى القراء هذا المصدر." },
  storedText: { en: "The text, as stored here", ar: "النص كما حُفظ هنا" },
  quotes: { en: "Quotes", ar: "الاقتباسات" },
  quote: { en: "Quote", ar: "الاقتباس" },
  noQuotes: { en: "Nothing is quoted from it yet.", ar: "لم يُقتبس منه شيء بعد." },
  noText: {
    en: "No text of it is stored here, so its words stand as they were recorded, unchecked.",
    ar: "لا نص له محفوظ هنا، فكلماته كما سُجلت دون تحقق.",
  },
  inferred: { en: "read from these words", ar: "مستنتج من هذه الكلمات" },
  changedQuotes: { en: "No longer in the text", ar: "لم تعد في النص" },
  changedQuotesWhy: {
    en: "The stored text does not have these words where they were quoted. They stand as recorded; no place is guessed.",
    ar: "ليست هذه الكلمات في النص المحفوظ حيث اقتُبست. وهي كما سُجلت، ولا يُخمَّن لها موضع.",
  },
  firstQuotes: { en: "The first quotes", ar: "الاقتباسات الأولى" },
  nextQuotes: { en: "The next quotes", ar: "الاقتباسات التالية" },
  // conflicts
  // graph
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
  origins: {
    en: { one: "# origin", other: "# origins" },
    ar: { one: "أصل واحد", two: "أصلان", few: "# أصول", other: "# أصلًا" },
  },
  claims: {
    en: { one: "# claim", other: "# claims" },
    ar: { one: "ادعاء واحد", two: "ادعاءان", few: "# ادعاءات", other: "# ادعاءً" },
  },
  quotes: {
    en: { one: "# quote taken from it", other: "# quotes taken from it" },
    ar: { one: "اقتباس واحد منه", two: "اقتباسان منه", few: "# اقتباسات منه", other: "# اقتباسًا منه" },
  },
  notShown: {
    en: { one: "# not shown", other: "# not shown" },
    ar: { one: "واحد غير معروض", two: "اثنان غير معروضين", few: "# غير معروضة", other: "# غير معروضًا" },
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

/** A number where there is little room: `2B`. */
export function shortFigure(language: Language, number: number): string {
  const options = { notation: "compact", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language === "ar" ? "ar-u-nu-latn" : "en", options).format(number);
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
