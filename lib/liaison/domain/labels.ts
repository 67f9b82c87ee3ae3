import { tidy } from "./plain-text.ts";

/** What a field of a letter's header, or of a mail archive's envelope, is about. */
export type FieldName =
  | "questions"
  | "studyGroup"
  | "workingParty"
  | "meeting"
  | "source"
  | "title"
  | "subject"
  | "action"
  | "information"
  | "comment"
  | "approval"
  | "deadline"
  | "contact"
  | "abstract"
  | "replyTo"
  | "from"
  | "to"
  | "purpose"
  | "state"
  | "submitted"
  | "copies"
  | "body"
  | "other";

// English, then French, Spanish, Russian, Arabic and Chinese, separated by bars.
const LABELS: Record<FieldName, string> = {
  questions:
    "Question(s)|Questions|Question|Cuestión(es)|Cuestiones|Cuestión|Вопрос(ы)|Вопросы|Вопрос|المسألة|المسائل|课题",
  studyGroup:
    "Study Group|ITU-T Study Group|Commission d'études|Comisión de Estudio|Исследовательская комиссия|لجنة الدراسات|研究组",
  workingParty:
    "Working Party|Working Parties|Groupe de travail|Grupo de Trabajo|Рабочая группа|فرقة العمل|工作组",
  meeting:
    "Meeting|Meeting, date|Meeting place and date|Place, date|Place and date|Venue|Prepared at|Lieu, date|Lugar, fecha|Место, дата|会议",
  source: "Source|Sources|Source(s)|Origen|Источник|المصدر|来源",
  title: "Title|Titre|Título|Название|العنوان|标题|题目",
  subject: "Subject",
  action:
    "For action to|For action|Action to|For action by|Pour action à|Pour suite à donner à|Para acción a|Para acción|Для принятия мер|Для действий|لاتخاذ إجراء|لاتخاذ إجراء إلى|供采取行动|采取行动",
  information:
    "For information to|For information|Information to|Pour information à|Pour information|Para información a|Para información|Для информации|للعلم|للعلم إلى|供参考|通报信息",
  comment:
    "For comment to|For comments to|For comment|Pour commentaire à|Para comentarios a|Для замечаний|للتعليق|征求意见",
  approval: "Approval|Approved by|Approved|Approbation|Aprobación|Утверждение|Одобрено|الموافقة|批准",
  deadline:
    "Deadline|Deadline for reply|Deadline for response|Reply by|Reply date|Date limite|Délai|Plazo|Fecha límite|Предельный срок|Срок|الموعد النهائي|截止日期",
  contact:
    "Contact|Contacts|Contact(s)|Contact person|Contact persons|Contact for response|Response contact|Response contacts|Technical contact|Technical contacts|From contact|Contacto|Contactos|Контакт|Контакты|Для контактов|جهة الاتصال|الاتصال|联系人",
  abstract: "Abstract|Summary|Résumé|Resumen|Резюме|ملخص|摘要",
  replyTo: "In reply to|Reply to|In response to|Response to|En réponse à|En respuesta a|В ответ на",
  from: "From|From group|From groups",
  to: "To|To group|To groups|Destination|Destinations|Addressed to",
  purpose: "Purpose|Objet de la note|Propósito",
  state: "State|Status",
  submitted: "Submitted date|Submission date|Date",
  copies: "Cc|Copy|Copy to|Copies|Copies to",
  body: "Body|Text|Message",
  other:
    "Liaison statement|Keywords|Attachment|Attachments|Attachment(s)|Annex|Related to|Document|Original|Language|Tel|Fax|E-mail|Email|URL",
};

const BY_LABEL = new Map(
  Object.entries(LABELS).flatMap(([name, labels]) =>
    labels.split("|").map((label) => [label.toLowerCase(), name as FieldName] as const),
  ),
);
const LONGEST = 40;
/** Parts of a contact, which belong to the field they stand in. */
const CONTACT_PART = /^(?:tel|fax|e-?mail|url)$/;

/** A label at the beginning of a cell: which, and where its value begins. */
export type Label = { readonly name: FieldName; readonly length: number; readonly hasColon: boolean };

/** The label a cell begins with, or is; null when there is none. The text is one that was evened out. */
export function labelOf(cell: string): Label | null {
  const head = cell.slice(0, LONGEST + 10);
  const colon = head.indexOf(":");
  const bare = /^for (?:action|information|comments?) to (?=\S)/i.exec(cell.trimStart());
  if (colon < 0 && bare) {
    return {
      name: nameOf(bare[0]) ?? "other",
      length: cell.length - cell.trimStart().length + bare[0].length,
      hasColon: true,
    };
  }
  if (colon < 0 && cell.length > LONGEST) return null;
  const name = nameOf(colon < 0 ? cell : head.slice(0, colon));
  return name && { name, length: colon < 0 ? cell.length : colon + 1, hasColon: colon >= 0 };
}

function nameOf(text: string): FieldName | null {
  const plain = tidy(text.replace(/[*_#]/g, " ")).toLowerCase();
  const key = plain.replace(/^(contacts?) ?\d$/, "$1");
  return CONTACT_PART.test(key) ? null : (BY_LABEL.get(key) ?? null);
}
