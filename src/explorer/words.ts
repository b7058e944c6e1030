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
  home: { en: "Sanad, home", ar: "Sanad، الصفحة الرئيسية" },
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
  comma: { en: ", ", ar: "، " },
  // home and search
  suggested: { en: "Suggestions: #", ar: "الاقتراحات: #" },
  homeTitle: { en: "Who says so, and in which words?", ar: "من قال ذلك، وبأي كلمات؟" },
  homeIntro: {
    en: "Every fact here is a claim: somebody said it, in a source, in these words. Look something up, see who says what of it and where they contradict one another, and follow each claim to its quotes before you write it down.",
    ar: "كل معلومة هنا ادعاء: قاله أحدهم، في مصدر، بهذه الكلمات. ابحث عما يهمك، وانظر من يقول عنه ماذا وأين يتعارضون، واتبع كل ادعاء إلى اقتباساته قبل أن تكتبه.",
  },
  questions: { en: "Questions to begin with", ar: "أسئلة للبداية" },
  howKnown: { en: "How is it known? {statement}", ar: "كيف عُرف هذا؟ {statement}" },
  whoContradicts: { en: "Where do sources contradict one another about {name}?", ar: "أين تتعارض المصادر حول {name}؟" },
  whatSaid: { en: "What is said of {name}, and by whom?", ar: "ماذا يقال عن {name}، ومن يقوله؟" },
  latestClaims: { en: "Latest claims", ar: "أحدث الادعاءات" },
  openConflicts: { en: "Open conflicts", ar: "تعارضات قائمة" },
  allConflicts: { en: "All conflicts", ar: "كل التعارضات" },
  nothingYet: { en: "Nothing is claimed here yet.", ar: "لا ادعاءات هنا بعد." },
  foundFor: { en: "Found for {text}", ar: "نتائج {text}" },
  nothingFoundFor: { en: "Nothing found for {text}", ar: "لا نتائج لـ {text}" },
  foundNames: { en: "Names", ar: "الأسماء" },
  foundQuotes: { en: "Claims, by the words of their quotes", ar: "الادعاءات، بكلمات اقتباساتها" },
  foundAs: { en: "found as {name}", ar: "وُجد باسم {name}" },
  notAllFound: {
    en: "Not everything was looked at, so there may be more: further words narrow the search.",
    ar: "لم يُنظر في كل شيء، فقد يكون هناك المزيد: كلمات أخرى تضيّق البحث.",
  },
  folded: {
    en: "Capitals, diacritics, forms of hamza and alef, tatweel and the script of digits made no difference. Every word was sought, the last one also as a beginning, and words of four letters or more also with one mistake.",
    ar: "لم تُفرّق بين الحروف الكبيرة والصغيرة، ولا بين التشكيل وأشكال الهمزة والألف والتطويل وأشكال الأرقام. وبُحث عن كل كلمة، وعن الأخيرة كبداية أيضًا، وعما له أربعة أحرف فأكثر مع خطأ واحد.",
  },
  withLess: { en: "With less of it:", ar: "بأقل من ذلك:" },
  withoutFilters: { en: "Without what narrows it", ar: "دون ما يضيّقه" },
  narrow: { en: "Narrow it down", ar: "تضييق النتائج" },
  widen: { en: "No longer only: {label}", ar: "ليس فقط: {label}" },
  ofKind: { en: "Kind", ar: "النوع" },
  ofPredicate: { en: "Predicate", ar: "العلاقة" },
  ofModality: { en: "Modality", ar: "الصيغة" },
  ofSource: { en: "Source", ar: "المصدر" },
  fromTheFirst: { en: "From the beginning", ar: "من البداية" },
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
  narrowByPredicate: { en: "Only what is said by one predicate", ar: "ما يقال بعلاقة واحدة فقط" },
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
  conflict: { en: "Conflict", ar: "تعارض" },
  conflictsIntro: {
    en: "Claims that cannot all hold. Nothing here settles them: read who says what, and in which words.",
    ar: "ادعاءات لا يمكن أن تصح كلها. لا شيء هنا يحسمها: اقرأ من يقول ماذا، وبأي كلمات.",
  },
  conflictsAbout: { en: "Conflicts about {name}", ar: "تعارضات حول {name}" },
  conflictsOfAll: { en: "Conflicts about anything", ar: "تعارضات حول أي شيء" },
  VALUE: { en: "two figures", ar: "رقمان" },
  EXCLUSIVE: { en: "one at a time", ar: "واحد في كل وقت" },
  DATES: { en: "a date and a weekday", ar: "تاريخ ويوم أسبوع" },
  CYCLIC_DERIVATION: { en: "sources in a circle", ar: "مصادر في دائرة" },
  noConflicts: { en: "No two claims here contradict one another.", ar: "لا ادعاءين هنا يتعارضان." },
  noSuchConflicts: {
    en: "No two claims of this sort contradict one another.",
    ar: "لا ادعاءين من هذا القبيل يتعارضان.",
  },
  ofConflict: { en: "Why", ar: "السبب" },
  compared: {
    en: "Compared are claims that stand, about the same thing, for times that meet: amounts in one unit that have no value in common, several values where there can be only one at a time, a weekday that a date does not have; and sources that are derived from one another in a circle.",
    ar: "تُقارن الادعاءات القائمة عن الشيء نفسه في أوقات تلتقي: كميات بوحدة واحدة لا قيمة مشتركة بينها، وقيم عدة حيث لا تكون إلا واحدة في كل وقت، ويوم أسبوع لا يوافق التاريخ؛ وكذلك المصادر المأخوذ بعضها من بعض في دائرة.",
  },
  notCompared: {
    en: "Not compared are opinions, a plan with a fact, amounts in different units, claims that are deprecated, superseded or retracted, and what words mean.",
    ar: "ولا تُقارن الآراء، ولا خطة بواقع، ولا كميات بوحدات مختلفة، ولا الادعاءات المهجورة أو المستبدلة أو المسحوبة، ولا معاني الكلمات.",
  },
  conflictGone: {
    en: "There is no such conflict here, or it is one no more: one of its claims was retracted, superseded or deprecated.",
    ar: "لا يوجد تعارض كهذا هنا، أو لم يعد قائمًا: سُحب أحد ادعاءاته أو استُبدل أو هُجر.",
  },
  recordedOn: { en: "recorded {date}", ar: "سُجل في {date}" },
  onOneScale: { en: "On one scale", ar: "على مقياس واحد" },
  ABOUT: { en: "about {amount}", ar: "حوالي {amount}" },
  AT_LEAST: { en: "at least {amount}", ar: "{amount} على الأقل" },
  AT_MOST: { en: "at most {amount}", ar: "{amount} على الأكثر" },
  EXACT: { en: "{amount}", ar: "{amount}" },
  sharedOrigin: {
    en: "These share an origin: {source}. It is one voice, read or speaking in two ways.",
    ar: "لها أصل مشترك: {source}. هو صوت واحد قُرئ أو تكلم بطريقتين.",
  },
  apartOrigins: { en: "They come from different origins.", ar: "تأتي من أصول مختلفة." },
  side: { en: "Side by side", ar: "جنبًا إلى جنب" },
  differs: { en: "differs", ar: "يختلف" },
  sideValue: { en: "says", ar: "يقول" },
  sideModality: { en: "modality", ar: "الصيغة" },
  sideTime: { en: "holds", ar: "يصح" },
  sideSpeaker: { en: "said by", ar: "قاله" },
  sideSaidOn: { en: "said on", ar: "قيل في" },
  sideSupport: { en: "support", ar: "السند" },
  sideOrigins: { en: "origin", ar: "الأصل" },
  sideRank: { en: "rank", ar: "الرتبة" },
  NORMAL: { en: "normal", ar: "عادي" },
  notTold: { en: "the sources don’t say", ar: "لا تقول المصادر" },
  sourceItself: { en: "the source itself", ar: "المصدر نفسه" },
  rankedWhy: { en: "{reason} ({by}, {date})", ar: "{reason} ({by}، {date})" },
  derivedFromThese: { en: "taken from {names}", ar: "مأخوذ من {names}" },
  translated: { en: "curator’s translation", ar: "ترجمة المحرر" },
  oneMoreQuote: { en: "all its quotes", ar: "كل اقتباساته" },
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
  entitiesHere: {
    en: { one: "# entity", other: "# entities" },
    ar: { one: "كيان واحد", two: "كيانان", few: "# كيانات", other: "# كيانًا" },
  },
  conflictsHere: {
    en: { one: "# conflict", other: "# conflicts" },
    ar: { one: "تعارض واحد", two: "تعارضان", few: "# تعارضات", other: "# تعارضًا" },
  },
  found: {
    en: { one: "# found", other: "# found" },
    ar: { one: "نتيجة واحدة", two: "نتيجتان", few: "# نتائج", other: "# نتيجة" },
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
