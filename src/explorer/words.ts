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
