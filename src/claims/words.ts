import type { Bound, Modality } from "./claim.js";

/** The words that sentences about claims are made with and that are not the ontology's: one table, a language each. */
export interface Words {
  /** What stands before an amount. */
  readonly bound: Readonly<Record<Bound, string>>;
  /** What is said of a claim's modality; nothing of an actual fact. */
  readonly modality: Readonly<Record<Modality, string>>;
  /** A name as it is written within a sentence, where it is not the first word. */
  readonly within: (name: string) => string;
  readonly comma: string;
  readonly during: (date: string) => string;
  readonly on: (day: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly from: (date: string) => string;
  /** Of a plan: the date at which it is to be so. */
  readonly by: (date: string) => string;
  readonly until: (date: string) => string;
  /** Large numbers that have a word, the largest first; `few` where the language has another form after 3 to 10. */
  readonly scales: readonly { readonly value: number; readonly one: string; readonly few: string }[];
  readonly conflict: {
    readonly and: (first: string, second: string) => string;
    readonly value: (statement: string, amounts: string) => string;
    readonly exclusive: (statement: string, values: string) => string;
    readonly dates: (source: string, date: string, weekday: string, said: string) => string;
    readonly cyclicDerivation: (sources: string) => string;
  };
  /** Why two entities may be the same thing, or may not. */
  readonly duplicate: {
    readonly proposed: (statement: string, sources: string) => string;
    readonly sameIdentifier: (register: string, first: string, second: string) => string;
    /** `others`: how many more of their kind go by the name. */
    readonly sameName: (names: string, others: number) => string;
    readonly sameLetters: (first: string, second: string) => string;
    readonly oneMistake: (first: string, second: string) => string;
    readonly rareWords: (first: string, second: string, words: string) => string;
    readonly sameNeighbour: (statement: string) => string;
    readonly otherIdentifier: (register: string, first: string, second: string) => string;
    readonly contradiction: (first: string, second: string) => string;
    readonly related: (statement: string) => string;
  };
  /** A name or a sentence in quotation marks. */
  readonly quoted: (text: string) => string;
  /** From Sunday to Saturday. */
  readonly weekdays: readonly string[];
}

const en: Words = {
  bound: { EXACT: "", ABOUT: "about", AT_LEAST: "at least", AT_MOST: "at most" },
  modality: { ACTUAL: "", PLANNED: "planned", ESTIMATED: "estimated", OPINION: "opinion" },
  within: (name) => name.replace(/^The /u, "the "),
  comma: ", ",
  during: (date) => `in ${date}`,
  on: (day) => `on ${day}`,
  fromTo: (from, to) => `${from} to ${to}`,
  from: (date) => `from ${date}`,
  by: (date) => `by ${date}`,
  until: (date) => `until ${date}`,
  scales: [
    { value: 1e12, one: "trillion", few: "trillion" },
    { value: 1e9, one: "billion", few: "billion" },
    { value: 1e6, one: "million", few: "million" },
  ],
  conflict: {
    and: (first, second) => `${first} and ${second}`,
    value: (statement, amounts) => `Two figures for “${statement}” that cannot both hold: ${amounts}.`,
    exclusive: (statement, values) => `“${statement}” can have only one value at a time, and two are given: ${values}.`,
    dates: (source, date, weekday, said) =>
      `“${source}” is dated ${date}, a ${weekday}, and also to another weekday: ${said}.`,
    cyclicDerivation: (sources) => `These sources are derived from one another in a circle: ${sources}.`,
  },
  duplicate: {
    proposed: (statement, sources) => `${statement}, says ${sources}.`,
    sameIdentifier: (register, first, second) =>
      `Their ids in ${register} differ in writing only: ${first} and ${second}.`,
    sameName: (names, others) =>
      `Both go by ${names}${others === 0 ? "" : others === 1 ? ", as does one other" : `, as do ${others} others`}.`,
    sameLetters: (first, second) => `${first} and ${second} differ only in spaces or in the order of words.`,
    oneMistake: (first, second) => `${first} and ${second} differ by one mistake of writing.`,
    rareWords: (first, second, words) => `${first} and ${second} have in common what few others have: ${words}.`,
    sameNeighbour: (statement) => `Of both it is said: ${statement}.`,
    otherIdentifier: (register, first, second) =>
      `Against it: ${register} has different ids for them, ${first} and ${second}.`,
    contradiction: (first, second) => `Against it: ${first} and ${second} cannot both hold of one thing.`,
    related: (statement) => `Against it: one is said of the other, ${statement}.`,
  },
  quoted: (text) => `“${text}”`,
  weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

const ar: Words = {
  bound: { EXACT: "", ABOUT: "نحو", AT_LEAST: "ما لا يقل عن", AT_MOST: "ما لا يزيد على" },
  modality: { ACTUAL: "", PLANNED: "مخطط له", ESTIMATED: "تقدير", OPINION: "رأي" },
  within: (name) => name,
  comma: "، ",
  during: (date) => `في ${date}`,
  on: (day) => `في ${day}`,
  fromTo: (from, to) => `من ${from} إلى ${to}`,
  from: (date) => `اعتبارًا من ${date}`,
  by: (date) => `بحلول ${date}`,
  until: (date) => `حتى ${date}`,
  scales: [
    { value: 1e12, one: "تريليون", few: "تريليونات" },
    { value: 1e9, one: "مليار", few: "مليارات" },
    { value: 1e6, one: "مليون", few: "ملايين" },
  ],
  conflict: {
    and: (first, second) => `${first} و${second}`,
    value: (statement, amounts) => `رقمان لعبارة «${statement}» لا يمكن أن يصحّا معًا: ${amounts}.`,
    exclusive: (statement, values) =>
      `لا تحتمل عبارة «${statement}» إلا قيمة واحدة في الوقت نفسه، وقد وردت قيمتان: ${values}.`,
    dates: (source, date, weekday, said) =>
      `تاريخ «${source}» هو ${date}، وهو يوم ${weekday}، وورد له يوم آخر: ${said}.`,
    cyclicDerivation: (sources) => `هذه المصادر منقول بعضها عن بعض في حلقة مغلقة: ${sources}.`,
  },
  duplicate: {
    proposed: (statement, sources) => `${statement}، وفق ${sources}.`,
    sameIdentifier: (register, first, second) =>
      `معرّفاهما في ${register} لا يختلفان إلا في الكتابة: ${first} و${second}.`,
    sameName: (names, others) => `كلاهما يُسمى ${names}${others === 0 ? "" : `، وكذلك غيرهما (${others})`}.`,
    sameLetters: (first, second) => `لا يختلف ${first} عن ${second} إلا في المسافات أو ترتيب الكلمات.`,
    oneMistake: (first, second) => `يختلف ${first} عن ${second} بخطأ كتابي واحد.`,
    rareWords: (first, second, words) => `يشترك ${first} و${second} في ما لا يشترك فيه إلا القليل: ${words}.`,
    sameNeighbour: (statement) => `يقال عن كليهما: ${statement}.`,
    otherIdentifier: (register, first, second) => `ضد ذلك: لهما في ${register} معرّفان مختلفان، ${first} و${second}.`,
    contradiction: (first, second) => `ضد ذلك: لا يصحّ ${first} و${second} معًا عن شيء واحد.`,
    related: (statement) => `ضد ذلك: يقال أحدهما عن الآخر، ${statement}.`,
  },
  quoted: (text) => `«${text}»`,
  weekdays: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
};

const TABLE: Readonly<Record<string, Words>> = { en, ar };

/** The words of a language; those of its base language, or else English, where there is no table for it. */
export function wordsOf(lang: string): Words {
  return TABLE[lang] ?? TABLE[lang.split("-")[0] ?? ""] ?? en;
}

/** Every language's names of the weekdays, for reading them in texts. */
export const WEEKDAY_NAMES: readonly (readonly string[])[] = Object.values(TABLE).map(({ weekdays }) => weekdays);
