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
  nextAndPreviousQuote: { en: "Next and previous quote", ar: "الاقتباس التالي والسابق" },
  keysAreOn: { en: "Single keys are on", ar: "المفاتيح المفردة مفعّلة" },
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
  takenTogether: { en: "together again", ar: "اجمعها من جديد" },
  whatIsDrawn: { en: "What is drawn", ar: "ما يُرسم" },
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
  // curating
  signIn: { en: "Sign in", ar: "تسجيل الدخول" },
  signOut: { en: "Sign out", ar: "تسجيل الخروج" },
  signedInAs: { en: "Signed in as", ar: "الداخل باسم" },
  token: { en: "Token", ar: "الرمز" },
  tokenHint: {
    en: "Whoever runs this server gives it to you: from the provider of identities that the server trusts, or made there with {command}. It is kept in this browser until it expires, and counts for these pages only.",
    ar: "يعطيك إياه من يشغّل هذا الخادم: من مزوّد الهوية الذي يثق به الخادم، أو يصنعه هناك بالأمر {command}. يُحفظ في هذا المتصفح حتى تنتهي صلاحيته، ولا يسري إلا على هذه الصفحات.",
  },
  addSource: { en: "Add a source", ar: "أضف مصدرًا" },
  makeClaim: { en: "Make a claim", ar: "أضف ادعاء" },
  duplicates: { en: "Possible duplicates", ar: "مكررات محتملة" },
  changes: { en: "Changes", ar: "التغييرات" },
  notSaved: { en: "Nothing was saved yet:", ar: "لم يُحفظ شيء بعد:" },
  reason: { en: "Reason", ar: "السبب" },
  reasonHint: { en: "Kept in the history, for whoever comes later.", ar: "يُحفظ في السجل لمن يأتي بعدك." },
  retract: { en: "Retract", ar: "سحب الادعاء" },
  retractMeans: {
    en: "The claim is withdrawn: readers see it no longer among others. It stays here with its history, and can be restored.",
    ar: "يُسحب الادعاء فلا يظهر للقراء بين غيره، ويبقى هنا مع سجله ويمكن استعادته.",
  },
  curate: { en: "For curators", ar: "للمحررين" },
  citeAgain: { en: "Cite again", ar: "أضف استشهادًا" },
  rank: { en: "Rank", ar: "الرتبة" },
  rankMeans: {
    en: "Of claims that say different things about the same, a preferred one stands first, and a deprecated one is shown only to those who ask for it. It settles nothing: each stays with its sources.",
    ar: "من الادعاءات المختلفة في الشيء نفسه يتقدم المفضل، ولا يظهر المهمل إلا لمن يطلبه. ولا يحسم ذلك شيئًا: فكل منها يبقى مع مصادره.",
  },
  supersede: { en: "Supersede", ar: "استبدال" },
  save: { en: "Save", ar: "حفظ" },
  saveCitation: { en: "Save the citation", ar: "احفظ الاستشهاد" },
  saveSource: { en: "Save the source", ar: "احفظ المصدر" },
  showText: { en: "Show the source’s text", ar: "أظهر نص المصدر" },
  supersedeMeans: {
    en: "Another claim takes this one’s place: change what is to be different. This one stays here with its history, and leads to the other.",
    ar: "يحل ادعاء آخر محل هذا: غيّر ما ينبغي أن يختلف. ويبقى هذا هنا مع سجله ويشير إلى الآخر.",
  },
  merge: { en: "Merge", ar: "دمج" },
  mergeMeans: {
    en: "It becomes part of the other: its address leads there, its names are aliases there, and its claims are about that one. It can be undone.",
    ar: "يصبح جزءًا من الآخر: يقود عنوانه إليه، وتصير أسماؤه أسماء أخرى له، وادعاءاته عنه. ويمكن التراجع عن ذلك.",
  },
  fieldMergeInto: { en: "Into which other", ar: "في أي آخر" },
  unmerge: { en: "Undo a merge", ar: "إلغاء دمج" },
  unmergeMeans: {
    en: "What was merged is itself again, with its own names and claims.",
    ar: "يعود ما دُمج كما كان، بأسمائه وادعاءاته.",
  },
  fieldMerged: { en: "What was merged", ar: "ما دُمج" },
  keepApart: { en: "Keep apart", ar: "ليسا واحدًا" },
  keepApartMeans: {
    en: "It is remembered that these two are not the same, so that they are not proposed again.",
    ar: "يُحفظ أن هذين ليسا شيئًا واحدًا، فلا يُقترحان مرة أخرى.",
  },
  fieldNotTheSame: { en: "It is not the same as", ar: "ليس هو نفسه" },
  rename: { en: "Names and description", ar: "الأسماء والوصف" },
  renameMeans: { en: "What it was called before stays in its history.", ar: "يبقى اسمه السابق في سجله." },
  fieldName: { en: "Name", ar: "الاسم" },
  fieldDescription: { en: "Another description", ar: "وصف آخر" },
  descriptionHint: {
    en: "It takes the place of those in every language; left empty, they stay.",
    ar: "يحل محل الأوصاف بكل اللغات، وإن تُرك فارغًا بقيت.",
  },
  duplicatesMean: {
    en: "Pairs of one kind that may be the same, the likeliest first. Nothing is merged by itself.",
    ar: "أزواج من نوع واحد قد تكون شيئًا واحدًا، أرجحها أولًا. ولا يُدمج شيء من تلقاء نفسه.",
  },
  noDuplicates: { en: "No two here look like one.", ar: "لا اثنين هنا يبدوان واحدًا." },
  everyKind: { en: "all", ar: "الكل" },
  showThese: { en: "Show", ar: "اعرض" },
  theSame: { en: "They are the same: merge", ar: "هما واحد: ادمج" },
  notTheSame: { en: "They are not the same", ar: "ليسا واحدًا" },
  nextOnes: { en: "The next ones", ar: "التالية" },
  changesMean: {
    en: "What was done here, the newest first. Nothing is ever deleted.",
    ar: "ما جرى هنا، الأحدث أولًا. ولا يُحذف شيء أبدًا.",
  },
  noChanges: { en: "Nothing more was done.", ar: "لم يجرِ شيء بعد." },
  columnWhen: { en: "When (UTC)", ar: "متى (UTC)" },
  columnWhat: { en: "What", ar: "ماذا" },
  columnOf: { en: "Of", ar: "عن" },
  columnBy: { en: "By", ar: "بيد" },
  fieldTitle: { en: "Title", ar: "العنوان" },
  titleHint: { en: "What it is called, in its own language.", ar: "اسمه بلغته." },
  fieldOtherTitle: { en: "Title in another language", ar: "العنوان بلغة أخرى" },
  fieldSourceType: { en: "What it is", ar: "ما هو" },
  fieldSourceText: { en: "Text", ar: "النص" },
  sourceTextHint: {
    en: "Pasted as it stands: it is kept letter for letter, and quotes are found in it.",
    ar: "كما هو: يُحفظ حرفًا بحرف، وفيه توجد الاقتباسات.",
  },
  fieldTextLanguage: { en: "Language of the text, as en or ar", ar: "لغة النص، مثل ar أو en" },
  fieldPublishedAt: { en: "Published on", ar: "نُشر في" },
  fieldUrl: { en: "Address", ar: "العنوان على الشبكة" },
  whoMadeIt: { en: "Who made it, and from what", ar: "من صنعه وممّ" },
  fieldAuthor: { en: "Author", ar: "المؤلف" },
  fieldPublisher: { en: "Published by", ar: "نشره" },
  fieldDerivedFrom: { en: "Taken from", ar: "مأخوذ من" },
  derivedFromHint: {
    en: "The sources that it repeats: with it they count as one voice.",
    ar: "المصادر التي يكررها: تُعد معه صوتًا واحدًا.",
  },
  mayBeUsed: { en: "Terms and further names", ar: "الشروط وأسماء أخرى" },
  fieldLicense: { en: "Licence", ar: "الرخصة" },
  licenseHint: { en: "An SPDX id, as CC-BY-4.0, or an address.", ar: "معرّف SPDX مثل CC-BY-4.0 أو عنوان." },
  fieldAttribution: { en: "Whom to credit", ar: "لمن يُنسب" },
  fieldRestricted: { en: "Only curators see it", ar: "لا يراه إلا المحررون" },
  saveClaim: { en: "Save the claim", ar: "احفظ الادعاء" },
  nextFields: { en: "Show the fields that fit", ar: "أظهر الحقول المناسبة" },
  checkForm: { en: "Check", ar: "تحقق" },
  whichIsMeant: { en: "Which is meant by “{name}”?", ar: "أيها المقصود بـ«{name}»؟" },
  nothingCalledSo: { en: "Nothing here is called “{name}”.", ar: "لا شيء هنا اسمه «{name}»." },
  newOne: { en: "None of these: “{name}” is new here, a", ar: "لا شيء منها: «{name}» جديد هنا، وهو" },
  choosePredicate: { en: "Choose what is said.", ar: "اختر ما يقال." },
  chooseEntity: { en: "Say what it is about.", ar: "اذكر عمّ هو." },
  noNumber: { en: "This is no number: write 29000, 29,000 or 0.5.", ar: "ليس هذا عددًا: اكتب 29000 أو 29,000 أو 0.5." },
  whereItStands: { en: "Where it stands", ar: "موضعه" },
  whatIsClaimed: { en: "What is claimed", ar: "ما يُدّعى" },
  howItIsMeant: { en: "How it is meant", ar: "كيف يُقصد" },
  selectWords: { en: "Select the words in the text", ar: "حدد الكلمات في النص" },
  quoteThese: { en: "Quote these words", ar: "اقتبس هذه الكلمات" },
  claimOfThese: { en: "Make a claim of these words", ar: "أضف ادعاء من هذه الكلمات" },
  fieldSource: { en: "Source", ar: "المصدر" },
  fieldQuote: { en: "Quote", ar: "الاقتباس" },
  quoteHint: { en: "The source’s words, letter for letter.", ar: "كلمات المصدر حرفًا بحرف." },
  fieldOccurrence: {
    en: "Which of the places where these words stand, from 1",
    ar: "أي موضع من مواضع هذه الكلمات، من 1",
  },
  fieldBasis: { en: "The words say it, or it is read from them", ar: "تقوله الكلمات أم يُستنتج منها" },
  fieldTranslation: { en: "Your translation of the quote", ar: "ترجمتك للاقتباس" },
  fieldLanguage: { en: "Language, as en or ar", ar: "اللغة، مثل ar أو en" },
  fieldNameLanguage: { en: "Language of the name, as en or ar", ar: "لغة الاسم، مثل ar أو en" },
  fieldKind: { en: "Kind", ar: "النوع" },
  fieldSubject: { en: "Of what", ar: "عن ماذا" },
  fieldPredicate: { en: "What is said of it", ar: "ما يقال عنه" },
  fieldObject: { en: "The other", ar: "الآخر" },
  fieldBound: { en: "How the amount is meant", ar: "كيف يُقصد المقدار" },
  fieldAmount: { en: "Amount", ar: "المقدار" },
  fieldText: { en: "In words", ar: "بالكلمات" },
  fieldDate: { en: "Date", ar: "التاريخ" },
  dateHint: {
    en: "As far as it is known: 2024, 2024-10 or 2024-10-31.",
    ar: "بقدر ما يُعرف: 2024 أو 2024-10 أو 2024-10-31.",
  },
  fieldModality: { en: "How sure", ar: "مدى اليقين" },
  fieldValidFrom: { en: "Holds from", ar: "يصح من" },
  fieldValidTo: { en: "Holds until", ar: "يصح حتى" },
  fieldSpeaker: { en: "Said by", ar: "قاله" },
  speakerHint: { en: "Whom the source names as having said so.", ar: "من ينسب المصدر القول إليه." },
  fieldAssertedAt: { en: "Said on", ar: "قيل في" },
  restore: { en: "Restore", ar: "استعادة الادعاء" },
  restoreMeans: { en: "The claim counts again.", ar: "يعود الادعاء ساريًا." },
  // claim
  claim: { en: "Claim", ar: "ادعاء" },
  supportOneOrigin: {
    en: "{citations} in {sources} from {origins}: all of them lead back to {origin}, so they count as one voice.",
    ar: "{citations} في {sources} من {origins}: كلها تعود إلى {origin}، فتُعدّ صوتًا واحدًا.",
  },
  supportOneSource: {
    en: "{citations} in {sources}, which leads back to {origin}: one voice.",
    ar: "{citations} في {sources} يعود إلى {origin}: صوت واحد.",
  },
  supportOwnWords: {
    en: "{citations} in {sources}, {origin}, in its own words: one voice.",
    ar: "{citations} في {sources}، {origin}، بكلماته هو: صوت واحد.",
  },
  supportSeveralOrigins: {
    en: "{citations} in {sources} from {origins}: they lead back to {list}, so they count as {voices}.",
    ar: "{citations} في {sources} من {origins}: تعود إلى {list}، فتُعدّ {voices}.",
  },
  bandSuperseded: { en: "This claim was superseded.", ar: "حلّ ادعاء آخر محل هذا الادعاء." },
  bandRetracted: { en: "This claim was retracted.", ar: "سُحب هذا الادعاء." },
  bandSince: { en: "On {date}, by {name}.", ar: "في {date}، بواسطة {name}." },
  bandNow: { en: "In its place stands: {claim}", ar: "ويقوم مقامه: {claim}" },
  compare: { en: "compare", ar: "قارن" },
  chain: { en: "Where it comes from", ar: "من أين جاء" },
  chainDrawn: { en: "The chain as a drawing", ar: "السلسلة على هيئة رسم" },
  chainAsList: { en: "The chain as a list", ar: "السلسلة على هيئة قائمة" },
  speaker: { en: "speaker", ar: "قائل" },
  author: { en: "author", ar: "كاتب" },
  saidIn: { en: "said in", ar: "قال في" },
  wrote: { en: "wrote", ar: "كتب" },
  origin: { en: "origin", ar: "أصل" },
  repeatedByThis: { en: "repeated by", ar: "نقله" },
  thisClaim: { en: "this claim", ar: "هذا الادعاء" },
  quoteNumber: { en: "quote {number}", ar: "اقتباس {number}" },
  quoteNumbers: { en: "quotes {numbers}", ar: "اقتباسات {numbers}" },
  citationsTitle: { en: "Citations", ar: "الاستشهادات" },
  byNames: { en: "by {names}", ar: "بقلم {names}" },
  publishedBy: { en: "published by {names}", ar: "نشره {names}" },
  takenFromNames: { en: "taken from {names}", ar: "نقلًا عن {names}" },
  ownWords: { en: "its own words", ar: "بكلماته هو" },
  onlyForCurators: { en: "only curators see this source", ar: "لا يرى هذا المصدر إلا المحررون" },
  readFromWords: {
    en: "The quote does not say it outright: a curator reads it from these words.",
    ar: "لا يقوله الاقتباس صراحةً: استنتجه محرر من هذه الكلمات.",
  },
  verified: {
    en: "found in the stored text, characters {start}–{end},",
    ar: "موجود في النص المحفوظ، المحارف {start}–{end}،",
  },
  changed: { en: "Not in the stored text any more.", ar: "لم يعد في النص المحفوظ." },
  changedMeans: {
    en: "The text stored since then does not have these words. They stand here as they were recorded.",
    ar: "النص المحفوظ بعد ذلك لا يضم هذه الكلمات. وهي هنا كما سُجّلت.",
  },
  noTextStored: { en: "No text stored.", ar: "لا نص محفوظ." },
  noTextMeans: {
    en: "No text of this source is kept here, so the quote cannot be checked against it.",
    ar: "لا يُحفظ هنا نص لهذا المصدر، فلا يمكن التحقق من الاقتباس.",
  },
  originalIsNear: { en: "The original is one click away.", ar: "الأصل على بعد نقرة." },
  inStoredText: { en: "In the source’s stored text", ar: "في نص المصدر المحفوظ" },
  storedTextAround: { en: "Stored text around quote {number}", ar: "النص المحفوظ حول الاقتباس {number}" },
  copyQuote: { en: "Copy with reference", ar: "انسخ مع المرجع" },
  originalAtPassage: { en: "Original at the passage", ar: "الأصل عند الموضع" },
  linkToQuote: { en: "Link to quote {number}", ar: "رابط الاقتباس {number}" },
  fact: { en: "The fact", ar: "الحقيقة المدعاة" },
  subject: { en: "subject", ar: "عمّن" },
  factPredicate: { en: "predicate", ar: "العلاقة" },
  object: { en: "object", ar: "بمن" },
  quantity: { en: "quantity", ar: "المقدار" },
  value: { en: "value", ar: "القيمة" },
  holds: { en: "holds", ar: "يصح" },
  factSaidBy: { en: "said by", ar: "قاله" },
  saidOn: { en: "said on", ar: "قيل في" },
  inPlaceOf: { en: "in place of", ar: "محل" },
  validNotSaid: { en: "the sources don’t say when", ar: "لا تذكر المصادر متى" },
  validIn: { en: "in {date}", ar: "في {date}" },
  validFrom: { en: "from {date}", ar: "منذ {date}" },
  validTo: { en: "until {date}", ar: "حتى {date}" },
  validFromTo: { en: "from {from} to {to}", ar: "من {from} إلى {to}" },
  seeInGraph: { en: "See it in the graph", ar: "شاهده في الشبكة" },
  historyHere: { en: "History here", ar: "ما جرى له هنا" },
  did_ASSERTED: { en: "asserted", ar: "أُثبت" },
  did_CITED: { en: "cited", ar: "أُضيف استشهاد" },
  did_RANKED: { en: "ranked", ar: "غُيّرت رتبته" },
  did_SUPERSEDED: { en: "superseded", ar: "استُبدل" },
  did_RETRACTED: { en: "retracted", ar: "سُحب" },
  did_RESTORED: { en: "restored", ar: "أُعيد" },
  did_QUOTE_CHANGED: { en: "quote no longer in the text", ar: "لم يعد الاقتباس في النص" },
  doneBy: { en: "by {name}", ar: "بواسطة {name}" },
  takeAway: { en: "Take it with you", ar: "خذه معك" },
  copyClaim: { en: "Copy a citation of this claim", ar: "انسخ مرجع هذا الادعاء" },
  shownOf: { en: "Quotes {first} to {last} of {total}.", ar: "الاقتباسات من {first} إلى {last} من أصل {total}." },
  toFirst: { en: "The first ones", ar: "الأولى" },
  toNext: { en: "The next ones", ar: "التالية" },
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
  voices: {
    en: { one: "# voice", other: "# voices" },
    ar: { one: "صوتًا واحدًا", two: "صوتين", few: "# أصوات", other: "# صوتًا" },
  },
  others: {
    en: { one: "# other", other: "# others" },
    ar: { one: "واحد آخر", two: "اثنين آخرين", few: "# أخرى", other: "# أخرى" },
  },
  quotesHere: {
    en: { one: "# quote", other: "# quotes" },
    ar: { one: "اقتباس واحد", two: "اقتباسان", few: "# اقتباسات", other: "# اقتباسًا" },
  },
  contradictedBy: {
    en: { one: "Contradicted by #", other: "Contradicted by #" },
    ar: { one: "يعارضه ادعاء واحد", two: "يعارضه ادعاءان", few: "تعارضه # ادعاءات", other: "يعارضه # ادعاء" },
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

/** What a language's tag means; where its later parts are none that there can be, what its first one does. */
export function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale(/^[a-z]{2,3}(?![a-z])/iu.exec(tag)?.[0] ?? "und");
  }
}

/** The direction in which a language is written; that of its script where the tag names one. */
export function directionOf(tag: string): "ltr" | "rtl" {
  const { language, script } = localeOf(tag).maximize();
  return RIGHT_TO_LEFT_SCRIPTS.has(script ?? "") || language === "ar" ? "rtl" : "ltr";
}

const RIGHT_TO_LEFT_SCRIPTS = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);
