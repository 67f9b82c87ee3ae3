import { classes } from "#components/ui/classes";
import type { MarkedPiece } from "#lib/liaison/domain/marked-text";

type Props = {
  pieces: readonly MarkedPiece[];
  /** The field whose words are lit. */
  lit?: string | null;
  onPoint?: (field: string | null) => void;
  onChoose?: (field: string) => void;
};

/** A letter as it was written, with the words that were understood underlined, and those of one field lit. */
export function MarkedLetter({ pieces, lit = null, onPoint, onChoose }: Props) {
  return (
    <div dir="auto" className="max-w-measure font-serif break-words whitespace-pre-wrap">
      {pieces.map((piece, at) => (
        <Piece
          key={at}
          piece={piece}
          isLit={lit !== null && piece.fields.includes(lit)}
          {...{ onPoint, onChoose }}
        />
      ))}
    </div>
  );
}

type PieceProps = {
  piece: MarkedPiece;
  isLit: boolean;
  onPoint: Props["onPoint"];
  onChoose: Props["onChoose"];
};

function Piece({ piece: { text, fields }, isLit, onPoint, onChoose }: PieceProps) {
  const [field] = fields;
  if (!field) return <span>{text}</span>;
  return (
    <mark
      data-lit={isLit || undefined}
      className={classes("text-ink", isLit ? LIT : "bg-transparent", !isLit && !isLong(fields) && UNDERSTOOD)}
      onPointerEnter={onPoint && (() => onPoint(field))}
      onPointerLeave={onPoint && (() => onPoint(null))}
      onClick={onChoose && (() => onChoose(field))}
    >
      {text}
    </mark>
  );
}

const LIT = "bg-warn-shade underline decoration-solid decoration-2 underline-offset-4";
const UNDERSTOOD = "underline decoration-dotted decoration-2 underline-offset-4";

/** The abstract is a whole paragraph: underlining all of it would hide the words that matter. */
const isLong = (fields: readonly string[]) => fields.length === 1 && fields[0] === "letter.abstract";
