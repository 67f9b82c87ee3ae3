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
export function AgendaItemRow(props: Props) {
  const { item, span, position, timeZone, errors, onChange, onRemove } = props;
  const t = useTranslations("agendas");
  const sortable = useSortable({ id: item.key, attributes: { roleDescription: t("dragRole") } });
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = sortable;
  const named = { number: position.index + 1, title: item.title };
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
      aria-label={t("itemLabel", named)}
      style={transform ? { transform: `translateY(${transform.y}px)`, transition } : undefined}
      className={classes(
        "grid grid-cols-[1fr_5rem_2.75rem] gap-x-3 gap-y-2 border-t border-line bg-paper py-3",
        "lg:grid-cols-[auto_1fr_13rem_5rem_2.75rem]",
        isDragging && "relative z-10 shadow-md",
      )}
    >
      <div className="col-span-3 flex items-center gap-3 lg:col-span-1 lg:w-80 lg:items-start lg:pt-4">
        <Movers {...props} handle={{ ...attributes, ...listeners }} />
        <div className="flex min-w-0 gap-3 lg:pt-1">
          <span aria-hidden="true" className="tabular min-w-5 text-end text-muted">
            {named.number}
          </span>
          <AgendaTime {...span} timeZone={timeZone} />
        </div>
      </div>
      <ItemField {...field("title")} isTitle rows={1} className="col-span-3 lg:col-span-1" />
      <ItemField {...field("owner")} className="min-w-0" />
      <ItemField {...field("minutes")} inputMode="numeric" maxLength={4} />
      <div className="pt-5">
        <Tool label={t("remove", named)} onClick={onRemove}>
          <Trash2 aria-hidden="true" className="size-5" />
        </Tool>
      </div>
      <MoreOfItem item={item} errors={errors} onChange={onChange} />
    </li>
  );
}

type MoversProps = Pick<Props, "item" | "position" | "onMove"> & { handle: ComponentProps<"button"> };

/** Three ways to move an item: drag it by the handle, with the keyboard or without; or step by step. */
function Movers({ item, position, onMove, handle }: MoversProps) {
  const t = useTranslations("agendas");
  const { index, count } = position;
  const named = { number: index + 1, title: item.title };
  return (
    <div className="flex shrink-0">
      <Tool label={t("drag", named)} className="cursor-grab touch-none" {...handle}>
        <GripVertical aria-hidden="true" className="size-5" />
      </Tool>
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
    <details open={isWrong || undefined} className="col-span-3 min-w-0 lg:col-start-2 lg:-col-end-1">
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

type ToolProps = Omit<ComponentProps<"button">, "type" | "aria-label"> & {
  label: string;
  isOff?: boolean;
  "data-move"?: string;
};

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
