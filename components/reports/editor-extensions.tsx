import { type Extensions, Node, textblockTypeInputRule } from "@tiptap/core";
import Subscript from "@tiptap/extension-subscript";
import Superscript from "@tiptap/extension-superscript";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

const LEVELS = [1, 2, 3] as const;

/** A counted heading. The page has its own `h1`, so the first level of a report is an `h2`. */
const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [
    { tag: "h1", attrs: { level: 1 } },
    ...LEVELS.map((level) => ({ tag: `h${level + 1}`, attrs: { level } })),
  ],
  renderHTML: ({ node }) => [`h${Number(node.attrs.level) + 1}`, 0],
  addInputRules() {
    return LEVELS.map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^(#{1,${level}})\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});

/** The title of an annex: a heading that is not counted and begins a page. */
const Annex = Node.create({
  name: "annex",
  group: "block",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "h2[data-annex]", priority: 60 }],
  renderHTML: () => ["h2", { "data-annex": "", class: "report-annex" }, 0],
});

const isAllowed = (address: string) => /^(https?:\/\/|mailto:)/i.test(address);

/**
 * What a report may consist of, and nothing that Word or a browser could not show. Every change here raises
 * REPORT_SCHEMA_VERSION: an editor that does not know a node deletes it.
 *
 * No undo of the kit (Yjs undoes only one's own changes) and no trailing paragraph: who merely opens a report
 * must not change it.
 */
export const REPORT_EXTENSIONS: Extensions = [
  StarterKit.configure({
    undoRedo: false,
    trailingNode: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    heading: false,
    link: {
      openOnClick: false,
      isAllowedUri: isAllowed,
      HTMLAttributes: { target: null, rel: "noopener noreferrer" },
    },
  }),
  Subscript,
  Superscript,
  Heading,
  Annex,
  TableKit.configure({ table: { resizable: false, renderWrapper: true } }),
];
