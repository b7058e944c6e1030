import type { Localized, Ontology } from "../ontology/ontology.js";
import type {
  BasisEnum,
  BoundEnum,
  ChangeActionEnum,
  ConflictKindEnum,
  ModalityEnum,
  RankEnum,
  StatusEnum,
  VerificationEnum,
} from "./enums.js";
import { labelOf, textIn } from "./labels.js";

/** What the core's enums are called in pages and forms, value by value. */
const LABELS = {
  Modality: {
    ACTUAL: { en: "actual", ar: "واقع" },
    PLANNED: { en: "planned", ar: "مخطط له" },
    ESTIMATED: { en: "estimated", ar: "تقدير" },
    OPINION: { en: "opinion", ar: "رأي" },
  } satisfies LabelsOf<typeof ModalityEnum>,
  Rank: {
    PREFERRED: { en: "preferred", ar: "مفضَّل" },
    NORMAL: { en: "normal", ar: "عادي" },
    DEPRECATED: { en: "deprecated", ar: "مهمَل" },
  } satisfies LabelsOf<typeof RankEnum>,
  Status: {
    ACTIVE: { en: "active", ar: "قائم" },
    SUPERSEDED: { en: "superseded", ar: "حلّ محلّه غيره" },
    RETRACTED: { en: "retracted", ar: "مسحوب" },
  } satisfies LabelsOf<typeof StatusEnum>,
  Bound: {
    EXACT: { en: "exactly", ar: "بالضبط" },
    ABOUT: { en: "about", ar: "نحو" },
    AT_LEAST: { en: "at least", ar: "ما لا يقل عن" },
    AT_MOST: { en: "at most", ar: "ما لا يزيد على" },
  } satisfies LabelsOf<typeof BoundEnum>,
  Basis: {
    STATED: { en: "stated", ar: "منصوص عليه" },
    INFERRED: { en: "inferred", ar: "مستنتَج" },
  } satisfies LabelsOf<typeof BasisEnum>,
  Verification: {
    VERIFIED: { en: "found in the stored text", ar: "موجود في النص المحفوظ" },
    NO_TEXT: { en: "no text stored", ar: "لا نص محفوظ" },
    CHANGED: { en: "no longer in the stored text", ar: "لم يعد في النص المحفوظ" },
  } satisfies LabelsOf<typeof VerificationEnum>,
  ConflictKind: {
    VALUE: { en: "different amounts", ar: "مقادير متعارضة" },
    EXCLUSIVE: { en: "values of which only one can hold", ar: "قيم لا تصح منها إلا واحدة" },
    DATES: { en: "date and weekday that disagree", ar: "تاريخ لا يوافق يوم الأسبوع" },
    CYCLIC_DERIVATION: { en: "sources in a circle", ar: "مصادر يأخذ بعضها عن بعض في حلقة" },
  } satisfies LabelsOf<typeof ConflictKindEnum>,
  ChangeAction: {
    CREATED: { en: "created", ar: "إنشاء" },
    ASSERTED: { en: "asserted", ar: "إثبات" },
    CITED: { en: "cited", ar: "استشهاد" },
    RANKED: { en: "ranked", ar: "تغيير الرتبة" },
    SUPERSEDED: { en: "superseded", ar: "استبدال" },
    RETRACTED: { en: "retracted", ar: "سحب" },
    RESTORED: { en: "restored", ar: "استعادة" },
    UPDATED: { en: "updated", ar: "تعديل" },
    REFETCHED: { en: "text stored anew", ar: "حفظ النص من جديد" },
    QUOTE_CHANGED: { en: "quote no longer in the text", ar: "لم يعد الاقتباس في النص" },
    MERGED: { en: "merged", ar: "دمج" },
    UNMERGED: { en: "merge undone", ar: "إلغاء الدمج" },
    KEPT_APART: { en: "kept apart", ar: "إبقاء منفصلين" },
    RESTRICTED: { en: "restricted", ar: "تقييد" },
    OPENED: { en: "opened", ar: "رفع التقييد" },
  } satisfies LabelsOf<typeof ChangeActionEnum>,
};

type LabelsOf<Values> = Readonly<Record<keyof Values, Localized>>;

/** An enum of the core whose values have labels. */
export type LabelledEnum = keyof typeof LABELS;

/** The enums whose values have labels, the core's and the ontology's own. */
export const LABELLED_ENUMS = [...(Object.keys(LABELS) as LabelledEnum[]), "SourceType"] as const;

/** What a value of such an enum is called in a language; null: the ontology's first one. */
export function labelOfValue(
  of: (typeof LABELLED_ENUMS)[number],
  value: string,
  lang: string | null | undefined,
  ontology: Ontology,
): string {
  if (of === "SourceType") return labelOf("sourceTypes", value, lang, ontology);
  const labels: Readonly<Record<string, Localized>> = LABELS[of];
  return textIn(labels[value]!, lang, ontology);
}
