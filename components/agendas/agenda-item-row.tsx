"use client";

import { useSortable } from "@dnd-kit/sortable";
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { classes } from "#components/ui/classes";
import type { DraftItem } from "#lib/agendas/domain/draft";
import type { Interval } from "#lib/kernel/interval";
import { AgendaTime } from "./agenda-time";
import { ItemField } from "./item-field";

export type ItemErrors = Readonly<Partial<Record<keyof DraftItem, readonly string[]>>>;

type Props = {
  item: DraftItem;
  span: Interval;
  position: { readonly index: number; readonly count: number };
  timeZone: string;
  errors: ItemErrors;
  onChange: (item: DraftItem) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** One item of an agenda, edited where it is read. */
export function AgendaItemRow({ item, span, position, timeZone, errors, onChange, onMove, onRemove }: Props) {
  const t = useTranslations("agendas");
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: item.key,
  });
  const number = position.index + 1;
  const field = (name: "title" | "owner" | "minutes") => ({
    label: name === "title" ? t("itemTitle") : t(name),
    value: item[name],
    errors: errors[name] ?? [],
    onText: (text: string) => onChange({ ...item, [name]: text }),
  });
  return (
    <li
      ref={setNodeRef}
      data-item={item.key}
      aria-label={t("itemLabel", { number, title: item.title })}
      style={transform ? { transform: `translateY(${transform.y}px)`, transition } : undefined}
      className={classes(
        "grid grid-cols-[2.75rem_1fr] gap-x-3 gap-y-2 border-t border-line bg-paper py-4 lg:grid-cols-[2.75rem_12rem_1fr_14rem_6rem_auto]",
        isDragging && "relative z-10 shadow-md",
      )}
    >
      <Tool
        label={t("drag", { number, title: item.title })}
        className="cursor-grab touch-none"
        {...attributes}
        {...listeners}
      >
        <GripVertical aria-hidden="true" className="size-5" />
      </Tool>
      <div className="flex items-center gap-3 lg:items-start lg:pt-2">
        <span aria-hidden="true" className="tabular min-w-5 text-muted">
          {number}
        </span>
        <AgendaTime {...span} timeZone={timeZone} />
      </div>
      <ItemField {...field("title")} className="col-span-2 font-serif text-lg lg:col-span-1" />
      <ItemField {...field("owner")} className="col-span-2 lg:col-span-1" />
      <ItemField
        {...field("minutes")}
        inputMode="numeric"
        maxLength={4}
        className="col-span-2 sm:max-w-24 lg:col-span-1"
      />
      <ItemTools {...{ item, position, onMove, onRemove }} />
      <MoreOfItem item={item} errors={errors} onChange={onChange} />
    </li>
  );
}

function ItemTools({
  item,
  position,
  onMove,
  onRemove,
}: Pick<Props, "item" | "position" | "onMove" | "onRemove">) {
  const t = useTranslations("agendas");
  const { index, count } = position;
  const named = { number: index + 1, title: item.title };
  return (
    <div className="col-span-2 flex gap-1 lg:col-span-1 lg:pt-5">
      <Tool data-move="up" label={t("moveUp", named)} isOff={index === 0} onClick={() => onMove(index - 1)}>
        <ArrowUp aria-hidden="true" className="size-5" />
      </Tool>
      <Tool
        data-move="down"
        label={t("moveDown", named)}
        isOff={index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        <ArrowDown aria-hidden="true" className="size-5" />
      </Tool>
      <Tool label={t("remove", named)} onClick={onRemove}>
        <Trash2 aria-hidden="true" className="size-5" />
      </Tool>
    </div>
  );
}

/** Documents and outcome: in one line when closed, as fields when open. */
function MoreOfItem({ item, errors, onChange }: Pick<Props, "item" | "errors" | "onChange">) {
  const t = useTranslations("agendas");
  const isWrong = Boolean(errors.documents ?? errors.expectedOutcome);
  const documents = item.documents.split("\n").filter((line) => line.trim() !== "");
  const summary = [
    documents.length > 0 ? t("documentsAre", { documents: documents.join(", ") }) : "",
    item.expectedOutcome ? t("outcomeIs", { outcome: item.expectedOutcome }) : "",
  ].filter((part) => part !== "");
  return (
    <details open={isWrong || undefined} className="col-span-2 min-w-0 lg:col-start-3 lg:-col-end-1">
      <summary className="min-h-8 text-muted">
        {summary.length > 0 ? <span className="text-ink">{summary.join(" · ")}</span> : t("addMore")}
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <ItemField
          rows={3}
          label={t("documentsOnePerLine")}
          value={item.documents}
          errors={errors.documents ?? []}
          onText={(text) => onChange({ ...item, documents: text })}
        />
        <ItemField
          rows={3}
          label={t("expectedOutcome")}
          value={item.expectedOutcome}
          errors={errors.expectedOutcome ?? []}
          onText={(text) => onChange({ ...item, expectedOutcome: text })}
        />
      </div>
    </details>
  );
}

type ToolProps = Omit<ComponentProps<"button">, "type" | "aria-label"> & { label: string; isOff?: boolean };

/** A button of one sign. Switched off it keeps the focus, so that a keyboard user is not thrown to the top. */
function Tool({ label, isOff = false, onClick, className, ...rest }: ToolProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
      className={classes(
        "inline-flex size-11 items-center justify-center rounded-sm text-ink hover:bg-shade aria-disabled:text-muted aria-disabled:opacity-50",
        className,
      )}
    />
  );
}
